package org.canbao.design;

import java.util.Arrays;

/**
 * The moments of one cell while rows stream by: count, weight, means, and cross-products about the means, merged piece by
 * piece with the formulas of Chan, Golub and LeVeque (1983), which lose no digits to large means.
 *
 * <p>A base that has not varied so far keeps its first value as its mean, and has no cross-products: they are zero, so it
 * can join later.
 */
final class CellSums {
    final double[] means;
    int rows;
    double weight;
    double[] products = new double[0];

    CellSums(double[] first) {
        means = first;
    }

    /**
     * Adds a piece.
     *
     * @param pieceRows its rows
     * @param pieceWeight its weight
     * @param varying the bases that vary, in the order of their places
     * @param pieceMeans their means in the piece
     * @param pieceProducts lower triangle of their cross-products about these means
     */
    void merge(int pieceRows, double pieceWeight, int[] varying, double[] pieceMeans, double[] pieceProducts) {
        double total = weight + pieceWeight;
        double share = pieceWeight / total;
        double factor = weight * share;
        int length = varying.length * (varying.length + 1) / 2;
        if (products.length < length) {
            products = Arrays.copyOf(products, length);
        }
        int at = 0;
        for (int a = 0; a < varying.length; a++) {
            double scaled = factor * (pieceMeans[a] - means[varying[a]]);
            for (int b = 0; b <= a; b++) {
                products[at] += pieceProducts[at] + scaled * (pieceMeans[b] - means[varying[b]]);
                at++;
            }
        }
        for (int a = 0; a < varying.length; a++) {
            means[varying[a]] =
                    rows == 0 ? pieceMeans[a] : means[varying[a]] + share * (pieceMeans[a] - means[varying[a]]);
        }
        rows += pieceRows;
        weight = total;
    }
}
