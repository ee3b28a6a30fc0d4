"""Writes cases.json: least squares with explicit indicators by statsmodels, as its users run it, for the profile
`statsmodels`. Run in this folder: python3 cases.py"""
import json
import warnings

import numpy as np
import pandas as pd
import statsmodels
import statsmodels.formula.api as smf

warnings.filterwarnings("ignore")
PEER = "statsmodels " + statsmodels.__version__
FORMULA = "y ~ did + age + male + lexp"
data = pd.read_csv("../../simulated/data/staggered.csv")


def case(name, vcov, fit_words, cluster=None, effects=("city", "year"), weights=None):
    used = data.dropna(subset=["y", "did", "age", "male", "lexp", "city", "year", "w"]).copy()
    formula = FORMULA + "".join(f" + C({e})" for e in effects)
    words = dict(fit_words)
    if cluster:
        codes = [pd.factorize(used[c])[0] for c in cluster]
        words["cov_kwds"] = {"groups": codes[0] if len(codes) == 1 else np.column_stack(codes)}
    model = smf.wls(formula, used, weights=used[weights]) if weights else smf.ols(formula, used)
    fit = model.fit(**words)
    low, high = fit.conf_int()[0], fit.conf_int()[1]
    coefficients = [
        {
            "name": n,
            "estimate": fit.params[n],
            "std_error": fit.bse[n],
            "statistic": fit.tvalues[n],
            "p_value": fit.pvalues[n],
            "conf_low": low[n],
            "conf_high": high[n],
        }
        for n in ["did", "age", "male", "lexp"]
    ]
    spec = {
        "model": "ols",
        "formula": FORMULA + (" | " + " + ".join(effects) if effects else ""),
        "vcov": vcov,
        "small_sample": {"profile": "statsmodels"},
    }
    if cluster:
        spec["cluster"] = cluster
    if weights:
        spec["weights"] = weights
    return {
        "id": name,
        "data": "../../../simulated/data/staggered.csv",
        "peer": PEER,
        "call": f"smf.{'wls' if weights else 'ols'}('{formula}').fit({fit_words}, groups={cluster})",
        "spec": spec,
        "expected": {"n": int(fit.nobs), "coefficients": coefficients},
    }


cluster_words = {"cov_type": "cluster"}
cases = [
    case("statsmodels-iid", "iid", {}),
    case("statsmodels-hc0", "hc0", {"cov_type": "HC0"}),
    case("statsmodels-hc1", "hc1", {"cov_type": "HC1"}),
    case("statsmodels-hc2", "hc2", {"cov_type": "HC2"}, effects=("year",)),
    case("statsmodels-hc3", "hc3", {"cov_type": "HC3"}, effects=("year",)),
    case("statsmodels-cluster", "cluster", cluster_words, ["city"]),
    case("statsmodels-cluster-not-nested", "cluster", cluster_words, ["province"], effects=("year",)),
    case("statsmodels-cluster-weights", "cluster", cluster_words, ["city"], weights="w"),
    case("statsmodels-two-way", "cluster", cluster_words, ["city", "year"]),
    case("statsmodels-plain", "hc1", {"cov_type": "HC1"}, effects=()),
]
with open("cases.json", "w") as out:
    json.dump(cases, out, indent=1)
    out.write("\n")
