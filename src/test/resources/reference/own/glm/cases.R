# Writes cases.json: Poisson, logit and two-stage least squares with effects as dummies, by R's own glm, AER's ivreg and
# sandwich's estfun, with the small-sample factors of fixest 0.14. Run in this folder: Rscript cases.R
suppressMessages({library(AER); library(sandwich)})
d0 <- read.csv("../../simulated/data/staggered.csv")

drop_singles <- function(d, fe) {
  repeat {
    keep <- rep(TRUE, nrow(d))
    for (f in fe) keep <- keep & ave(rep(1, nrow(d)), d[[f]], FUN = sum) > 1
    if (all(keep)) return(d)
    d <- d[keep, ]
  }
}
drop_flat <- function(d, fe, y, ends) {
  repeat {
    d <- drop_singles(d, fe)
    keep <- rep(TRUE, nrow(d))
    for (f in fe) for (end in ends) keep <- keep & ave(d[[y]] == end, d[[f]], FUN = mean) < 1
    if (all(keep)) return(d)
    d <- d[keep, ]
  }
}
nested <- function(f, g) all(tapply(g, f, function(v) length(unique(v))) == 1)

# Meat of scores s (n x k) with the factors; extra: parameters beside those of the dummies that are not counted
covariance <- function(bread, s, d, fe, vcov, cluster, iid, nparams) {
  n <- nrow(d)
  if (vcov == "iid") return(iid)
  if (vcov == "hc1") return(bread %*% crossprod(s) %*% bread * n / (n - nparams))
  K <- nparams
  for (f in fe) if (any(sapply(cluster, function(g) nested(d[[f]], d[[g]])))) K <- K - (length(unique(d[[f]])) - 1)
  gmin <- min(sapply(cluster, function(g) length(unique(d[[g]]))))
  meat <- 0
  for (m in seq_along(cluster)) for (set in combn(cluster, m, simplify = FALSE)) {
    id <- interaction(d[set], drop = TRUE)
    meat <- meat + (-1)^(m + 1) * crossprod(rowsum(s, id))
  }
  bread %*% meat %*% bread * gmin / (gmin - 1) * (n - 1) / (n - K)
}
dofs <- function(d, vcov, cluster, nparams)
  if (vcov == "cluster") min(sapply(cluster, function(g) length(unique(d[[g]])))) - 1 else nrow(d) - nparams

num <- function(x) if (length(x) == 0 || is.na(x) || is.infinite(x)) "null" else sprintf("%.15g", x)
obj <- function(...) { v <- list(...); paste0("{", paste0("\"", names(v), "\": ", unlist(v), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
str <- function(x) paste0("\"", x, "\"")
coefs <- function(b, v, names, p) arr(sapply(names, function(k) {
  se <- sqrt(v[k, k]); t <- b[[k]] / se
  obj(name = str(p$label(k)), estimate = num(b[[k]]), std_error = num(se), statistic = num(t), p_value = num(p$value(t)))
}))
cases <- c()
add <- function(id, call, spec, expected, peer) cases <<- c(cases, paste0(
  "{\"id\": ", str(id), ", \"data\": \"../../../simulated/data/staggered.csv\", \"peer\": ", str(peer),
  ",\n \"call\": ", str(call), ",\n \"spec\": ", spec, ",\n \"expected\": ", expected, "}"))
spec <- function(model, formula, vcov, cluster, where, weights, more) {
  s <- list(model = str(model), formula = str(formula), vcov = str(vcov))
  if (vcov == "cluster") s$cluster <- arr(str(cluster))
  if (!is.null(where)) s$where <- str(where)
  if (!is.null(weights)) s$weights <- str(weights)
  do.call(obj, c(s, more))
}
label <- function(k) {
  k <- sub("^\\(Intercept\\)$", "intercept", k); k <- sub("^I\\((.*)\\)$", "\\1", k)
  sub("factor\\((.*)\\)(.*)", "\\1::\\2", k)
}

likelihood <- function(id, model, y, x, rhs, fe, vcov, cluster = NULL, where = NULL, weights = NULL, offset = NULL,
                       more = list(), data = d0, drop_more = NULL, shown = x) {
  d <- data[complete.cases(data[c(y, "age", "male")]), ]
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  all <- nrow(d)
  ends <- if (model == "poisson") 0 else c(0, 1)
  d <- if (length(fe)) drop_flat(d, fe, y, ends) else d
  if (!is.null(drop_more)) d <- drop_flat(subset(d, !eval(parse(text = drop_more))), fe, y, ends)
  fml <- paste(y, "~", paste(c(rhs, sprintf("factor(%s)", fe)), collapse = " + "))
  d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  d$.o <- if (is.null(offset)) rep(0, nrow(d)) else eval(parse(text = offset), d)
  fam <- if (model == "poisson") poisson() else binomial()
  g <- suppressWarnings(glm(as.formula(fml), fam, d, weights = .w, offset = .o, control = glm.control(1e-15, 200)))
  keep <- !is.na(coef(g))
  X <- model.matrix(g)[, keep]
  mu <- fitted(g); V <- fam$variance(mu); n <- nrow(d)
  bread <- solve(crossprod(X * sqrt(d$.w * V))); dimnames(bread) <- list(colnames(X), colnames(X))
  s <- X * (d$.w * (d[[y]] - mu)); np <- ncol(X)
  nparams <- np
  v <- covariance(bread, s, d, fe, vcov, cluster, bread * (n - 1) / (n - nparams), nparams)
  dimnames(v) <- dimnames(bread)
  ll <- if (model == "poisson") sum(d$.w * (d[[y]] * log(mu) - mu - lgamma(d[[y]] + 1))) else
    sum(d$.w * ifelse(d[[y]] == 1, log(mu), log1p(-mu)))
  m0 <- if (model == "poisson") exp(d$.o) * sum(d$.w * d[[y]]) / sum(d$.w * exp(d$.o)) else
    rep(weighted.mean(d[[y]], d$.w), n)
  ll0 <- if (model == "poisson") sum(d$.w * (d[[y]] * log(m0) - m0 - lgamma(d[[y]] + 1))) else
    sum(d$.w * ifelse(d[[y]] == 1, log(m0), log1p(-m0)))
  names <- c(if (!length(fe)) "(Intercept)", shown)
  p <- list(label = label, value = function(t) 2 * pnorm(-abs(t)))
  canbao <- paste(y, "~", paste(label(rhs), collapse = " + "))
  canbao <- gsub("factor\\((.*?)\\)", "i(\\1)", paste(y, "~", paste(sub("^I\\((.*)\\)$", "\\1", rhs), collapse = " + ")))
  if (length(fe)) canbao <- paste(canbao, "|", paste(fe, collapse = " + "))
  add(id, paste0("glm(", fml, ", ", model, ")"), spec(model, canbao, vcov, cluster, where, weights, more),
      obj(coefficients = coefs(coef(g), v, names, p), n = n, log_likelihood = num(ll), log_likelihood_null = num(ll0),
          deviance = num(deviance(g)), pseudo_r2 = num(1 - ll / ll0)),
      paste("R", getRversion(), "glm"))
  invisible(list(g = g, rows = c(all, n)))
}

x <- c("did", "age", "I(age^2)", "male")
for (vcov in c("iid", "hc1", "cluster"))
  likelihood(paste0("poisson-fe-", vcov), "poisson", "fam", x, x, c("city", "year"), vcov, "city")
likelihood("poisson-two-way", "poisson", "fam", x, x, c("city", "year"), "cluster", c("city", "year"))
likelihood("poisson-weights", "poisson", "fam", x, x, c("city", "year"), "cluster", "province", weights = "w")
likelihood("poisson-exposure", "poisson", "income", c("male", "edu"), c("male", "edu"), c(), "hc1", offset = "log(age)",
           more = list(exposure = str("age")))
likelihood("poisson-offset-fe", "poisson", "fam", c("male", "edu"), c("male", "edu"), "city", "cluster", "city",
           offset = "0.1 * c1", more = list(offset = str("0.1 * c1")))
likelihood("poisson-flat-levels", "poisson", "ill", c("age", "male"), c("age", "male"), c("city", "year"), "cluster",
           "province", where = "id <= 260")
likelihood("poisson-separated", "poisson", "ill", c("age", "male"), c("age", "male", "factor(fam)"), "province", "hc1",
           where = "id <= 200", drop_more = "fam %in% names(which(tapply(ill, fam, max) == 0))")
for (vcov in c("iid", "hc1", "cluster"))
  likelihood(paste0("logit-fe-", vcov), "logit", "y", x, x, c("city", "year"), vcov, "city")
likelihood("logit-no-fe", "logit", "y", x, x, c(), "iid")
likelihood("logit-weights", "logit", "y", x, x, "city", "cluster", "city", weights = "w")
likelihood("logit-cells", "logit", "y", "did", c("did"), c("city", "year"), "cluster", "city")
likelihood("logit-flat-levels", "logit", "ill", c("age", "male"), c("age", "male"), c("city", "year"), "cluster",
           "province", where = "id <= 260")
likelihood("logit-separated", "logit", "ill", c("age", "male"), c("age", "male", "factor(fam)"), "province", "hc1",
           where = "id <= 200",
           drop_more = "fam %in% names(which(tapply(ill, fam, function(v) min(v) == max(v))))")

iv <- function(id, y, endo, exo, inst, fe, vcov, cluster = NULL, weights = NULL) {
  d <- d0[complete.cases(d0[c(y, endo, exo, inst)]), ]
  d <- drop_singles(d, fe)
  d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  fes <- sprintf("factor(%s)", fe)
  right <- function(v) paste(c(v, exo, fes, if (!length(c(v, exo, fes))) "1"), collapse = " + ")
  m <- ivreg(as.formula(paste(y, "~", right(endo), "|", right(inst))), data = d, weights = .w)
  X <- model.matrix(m, "regressors"); P <- model.matrix(m, "projected")
  np <- ncol(X); n <- nrow(d); e <- d[[y]] - drop(X %*% coef(m))
  bread <- solve(crossprod(P * sqrt(d$.w)))
  s <- P * (d$.w * e)
  v <- covariance(bread, s, d, fe, vcov, cluster, bread * sum(d$.w * e^2) / (n - np), np)
  df <- dofs(d, vcov, cluster, np)
  t <- list(label = label, value = function(q) 2 * pt(-abs(q), df))
  names <- c(endo, exo, if (!length(fe)) "(Intercept)")

  # Reduced form and first stages on the instruments, all with one covariance
  Z <- model.matrix(as.formula(paste("~", right(inst))), d)
  ZZ <- solve(crossprod(Z * sqrt(d$.w)))
  lhs <- c(y, endo)
  B <- sapply(lhs, function(k) drop(ZZ %*% crossprod(Z, d$.w * d[[k]])))
  E <- sapply(lhs, function(k) d[[k]] - drop(Z %*% B[, k]))
  q <- length(inst); nz <- ncol(Z)
  big <- do.call(cbind, lapply(lhs, function(k) (Z * (d$.w * E[, k])) %*% ZZ[, inst, drop = FALSE]))
  V <- covariance(diag(ncol(big)), big, d, fe, vcov, cluster,
                  kronecker(crossprod(E * sqrt(d$.w)) / (n - nz), ZZ[inst, inst]), nz)
  block <- function(a, b) V[(a - 1) * q + 1:q, (b - 1) * q + 1:q, drop = FALSE]
  dfz <- dofs(d, vcov, cluster, nz)
  first <- sapply(seq_along(endo), function(j) {
    without <- model.matrix(as.formula(paste("~", right(NULL))), d)
    r0 <- sum(d$.w * lm.wfit(without, d[[endo[j]]], d$.w)$residuals^2); r1 <- sum(d$.w * E[, 1 + j]^2)
    pi <- B[inst, 1 + j]; w <- drop(pi %*% solve(block(1 + j, 1 + j), pi)) / q
    f <- (r0 - r1) / q / (r1 / (n - nz))
    obj(endogenous = str(endo[j]), f = num(f), f_p = num(pf(f, q, n - nz, lower = FALSE)), wald = num(w),
        wald_p = num(pf(w, q, dfz, lower = FALSE)), r2_partial = num(1 - r1 / r0))
  })
  # Kleibergen and Paap by the formulas of their paper
  k <- length(endo)
  Pi <- B[inst, endo, drop = FALSE]
  Fm <- chol(solve(ZZ[inst, inst])); Gm <- chol(crossprod(E[, endo, drop = FALSE] * sqrt(d$.w)))
  theta <- Fm %*% Pi %*% solve(Gm)
  sv <- svd(theta, nu = q, nv = k)
  u <- sv$u[, k:q, drop = FALSE]; u22 <- sv$u[k:q, k:q, drop = FALSE]; v22 <- sv$v[k, k]
  half <- function(A) { e <- eigen(A, TRUE); e$vectors %*% (sqrt(pmax(e$values, 0)) * t(e$vectors)) }
  A <- u %*% solve(u22) %*% half(u22 %*% t(u22)); Bq <- abs(v22) / v22 * t(sv$v[, k])
  kron <- kronecker(Bq, t(A)); lambda <- kron %*% c(theta)
  Vt <- kronecker(t(solve(Gm)), Fm)
  Vl <- kron %*% Vt %*% V[-(1:q), -(1:q)] %*% t(Vt) %*% t(kron)
  rk <- drop(t(lambda) %*% solve(Vl, lambda))
  ar <- function(b) { g <- B[inst, 1] - Pi %*% b
    S <- block(1, 1); if (k == 1) S <- S - b * (block(1, 2) + block(2, 1)) + b^2 * block(2, 2)
    drop(t(g) %*% solve(S, g)) / q }
  expected <- list(coefficients = coefs(coef(m), v, names, t), n = n,
    r2 = num(1 - sum(d$.w * e^2) / sum(d$.w * (d[[y]] - weighted.mean(d[[y]], d$.w))^2)), first_stage = arr(first),
    rank = num(rk), rank_p = num(pchisq(rk, q - k + 1, lower = FALSE)), rank_f = num(rk / q),
    ar = num(ar(rep(0, k))), ar_p = num(pf(ar(rep(0, k)), q, df, lower = FALSE)))
  diag <- summary(m, diagnostics = TRUE)$diagnostics
  expected <- c(expected, wu_hausman = num(diag["Wu-Hausman", "statistic"]), wu_hausman_p = num(diag["Wu-Hausman", "p-value"]))
  if (q > k && is.null(weights))
    expected <- c(expected, sargan = num(diag["Sargan", "statistic"]), sargan_p = num(diag["Sargan", "p-value"]))
  if (q > k && vcov != "iid") {
    # Two-step GMM from its definition; with effects on what they leave of columns, as clusters do not span dummies
    rest <- function(v) if (length(fe)) lm.wfit(model.matrix(as.formula(paste("~", right(NULL))), d), v, d$.w)$residuals else v
    Zr <- if (length(fe)) apply(Z[, inst, drop = FALSE], 2, rest) else Z
    Xr <- if (length(fe)) apply(X[, endo, drop = FALSE], 2, rest) else X
    yr <- rest(d[[y]]); sm <- Zr * (d$.w * e); S <- 0
    if (vcov == "hc1") S <- crossprod(sm) else for (size in seq_along(cluster)) for (set in combn(cluster, size, simplify = FALSE))
      S <- S + (-1)^(size + 1) * crossprod(rowsum(sm, interaction(d[set], drop = TRUE)))
    half_s <- solve(t(chol(S))); G <- half_s %*% crossprod(Zr * d$.w, Xr); h <- half_s %*% crossprod(Zr * d$.w, yr)
    J <- sum(qr.resid(qr(G, tol = 1e-12), h)^2)
    expected <- c(expected, hansen = num(J), hansen_p = num(pchisq(J, q - k, lower = FALSE)))
  }
  if (k == 1) {
    W <- Fm %*% block(2, 2) %*% t(Fm); tr <- sum(diag(W)); x <- 10
    ke <- tr^2 * (1 + 2 * x) / (sum(W^2) + 2 * x * tr * max(eigen(W, TRUE)$values))
    expected <- c(expected, effective_f = num(sum((Fm %*% Pi)^2) / tr),
                  effective_critical = num(qchisq(0.95, ke, ke * x) / ke))
    crit <- qf(0.95, q, df)
    b <- coef(m)[[endo]]; se <- sqrt(v[endo, endo])
    grid <- b + se * c(-10^seq(6, -3, by = -0.01), 10^seq(-3, 6, by = 0.01))
    inside <- sapply(grid, ar) <= crit
    ends <- which(diff(inside) != 0)
    roots <- sapply(ends, function(i) uniroot(function(z) ar(z) - crit, grid[i + 0:1], tol = 1e-13 * se)$root)
    expected <- c(expected, ar_ends = arr(sapply(roots, num)), ar_unbounded = if (inside[1]) "true" else "false")
  }
  canbao <- paste(y, "~", paste(if (length(exo)) exo else "1", collapse = " + "), "|")
  if (length(fe)) canbao <- paste(canbao, paste(fe, collapse = " + "), "|")
  canbao <- paste(canbao, paste(endo, collapse = " + "), "~", paste(inst, collapse = " + "))
  add(id, paste("ivreg:", canbao), spec("iv", canbao, vcov, cluster, NULL, weights, list()),
      do.call(obj, expected), paste("AER", packageVersion("AER")))
}
fe <- c("city", "year")
iv("iv-just-identified", "y", "income", c("married", "male"), "edu", fe, "cluster", "city")
for (vcov in c("iid", "hc1", "cluster"))
  iv(paste0("iv-over-identified-", vcov), "y", "income", c("married", "male"), c("edu", "fam", "c1"), fe, vcov, "city")
iv("iv-two-way", "y", "income", c("married", "male"), c("edu", "fam"), fe, "cluster", c("city", "age"))
iv("iv-two-endogenous", "y", c("income", "newgen"), "male", c("edu", "age", "fam", "c1"), fe, "cluster", "city")
iv("iv-two-endogenous-iid", "y", c("income", "newgen"), "male", c("edu", "age"), fe, "iid")
iv("iv-two-endogenous-hc1", "y", c("income", "newgen"), "male", c("edu", "age", "c2"), fe, "hc1")
iv("iv-no-fe", "y", "income", "age", c("fam", "edu"), c(), "hc1")
iv("iv-no-exogenous", "y", "income", c(), c("fam", "edu"), "city", "cluster", "province")
iv("iv-weights", "y", "income", c("age", "male"), c("fam", "edu"), fe, "cluster", "city", weights = "w")
iv("iv-few-clusters", "y", "income", "male", c("edu", "fam", "c1"), "year", "cluster", "province")
iv("iv-weak", "y", "lexp", "male", c("c2", "c3"), c(), "hc1")

writeLines(c("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
