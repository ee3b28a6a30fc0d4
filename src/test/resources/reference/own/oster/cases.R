# Writes cases.json: Oster's (2019) delta by the equation of her appendix, from lm with effects as dummies; the coefficient
# for a delta by searching that equation for its roots, and choosing among them as psacalc does. Run in this folder: Rscript
# cases.R
d0 <- read.csv("../../simulated/data/staggered.csv")
num <- function(x) sprintf("%.15g", x)
str <- function(x) paste0("\"", x, "\"")
obj <- function(...) { v <- list(...); paste0("{", paste0("\"", names(v), "\": ", unlist(v), collapse = ", "), "}") }
cases <- c()

residual_variance <- function(x, others, d, w) {
  fit <- lm(as.formula(paste(x, "~", others)), d, weights = .w)
  sum(w * resid(fit)^2) / sum(w)
}
delta_of <- function(p, beta) {
  gap <- p$b1 - beta
  above <- gap * (p$r1 - p$r0) * p$yy * p$t + gap * p$xx * p$t * (p$b0 - p$b1)^2 +
    2 * gap^2 * p$t * (p$b0 - p$b1) * p$xx + gap^3 * (p$t * p$xx - p$t^2)
  below <- (p$rmax - p$r1) * p$yy * (p$b0 - p$b1) * p$xx + gap * (p$rmax - p$r1) * p$yy * (p$xx - p$t) +
    gap^2 * p$t * (p$b0 - p$b1) * p$xx + gap^3 * (p$t * p$xx - p$t^2)
  list(delta = above / below, off = function(delta) above - delta * below)
}
betas_of <- function(p, delta) {
  f <- function(b) delta_of(p, b)$off(delta)
  width <- 1000 * max(abs(p$b0 - p$b1), abs(p$b1), sqrt((p$rmax - p$r1) * p$yy / p$t))
  u <- seq(-1, 1, length.out = 400001)
  grid <- p$b1 + width * sign(u) * abs(u)^5
  v <- sapply(grid, f)
  at <- which(sign(v[-1]) != sign(v[-length(v)]))
  roots <- unique(sapply(at, function(i) uniroot(f, grid[c(i, i + 1)], tol = 1e-300, maxiter = 5000)$root))
  wrong <- sign(roots - p$b1) != sign(p$b1 - p$b0)
  if (length(roots) == 1) wrong <- FALSE
  roots[order(wrong, abs(roots - p$b1))]
}
oster <- function(id, y, x, both, controls, fe = NULL, where = NULL, weights = NULL, more = list(), rmax = NULL, beta = 0, delta = 1) {
  d <- d0
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  d <- d[complete.cases(d[c(y, x, all.vars(as.formula(paste("~", paste(c(both, controls, "1"), collapse = "+")))))]), ]
  if (length(fe)) repeat {
    keep <- rep(TRUE, nrow(d))
    for (f in fe) keep <- keep & ave(rep(1, nrow(d)), d[[f]], FUN = sum) > 1
    if (all(keep)) break
    d <- d[keep, ]
  }
  d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  w <- d$.w
  side <- function(terms) paste(c("1", terms, sprintf("factor(%s)", fe)), collapse = " + ")
  short <- lm(as.formula(paste(y, "~", x, "+", side(both))), d, weights = .w)
  long <- lm(as.formula(paste(y, "~", x, "+", side(c(both, controls)))), d, weights = .w)
  p <- list(b0 = coef(short)[[x]], b1 = coef(long)[[x]], r0 = summary(short)$r.squared, r1 = summary(long)$r.squared,
            yy = sum(w * (d[[y]] - weighted.mean(d[[y]], w))^2) / sum(w),
            xx = residual_variance(x, side(both), d, w), t = residual_variance(x, side(c(both, controls)), d, w))
  p$rmax <- if (is.null(rmax)) min(1, 1.3 * p$r1) else rmax
  betas <- betas_of(p, delta)
  text <- function(terms) paste0(y, " ~ ", paste(c(x, terms), collapse = " + "), if (length(fe)) paste0(" | ", paste(fe, collapse = " + ")))
  spec <- function(terms) do.call(obj, c(list(model = str("ols"), formula = str(text(terms)), vcov = str("iid")),
    if (!is.null(where)) list(where = str(where)), if (!is.null(weights)) list(weights = str(weights))))
  cases <<- c(cases, paste0("{\"id\": ", str(id), ", \"data\": \"../../../simulated/data/staggered.csv\", \"peer\": ",
    str(R.version.string), ",\n \"call\": ", str(paste("lm; equation of the appendix; rmax", num(p$rmax))), ",\n \"spec\": ",
    do.call(obj, c(list(model = str("oster"), short = spec(both), long = spec(c(both, controls)), coefficient = str(x)), more)),
    ",\n \"expected\": ", obj(short = obj(estimate = num(p$b0), r2 = num(p$r0)), r_max = num(p$rmax),
      delta_star = num(delta_of(p, beta)$delta), beta_star = num(betas[1]),
      other_solutions = paste0("[", paste(sapply(betas[-1], num), collapse = ", "), "]"),
      estimate = num(p$b1), long = obj(n = nrow(d), r2 = num(p$r1))), "}"))
}
oster("oster-plain", "y", "lexp", NULL, c("age", "male"))
oster("oster-effects", "y", "lexp", NULL, c("age", "male", "married"), c("city", "year"))
oster("oster-related-controls", "y", "age", "male", c("lexp", "married"), more = list(r_max = "0.5"), rmax = 0.5)
oster("oster-half", "y", "lexp", NULL, c("age", "married"), "city", more = list(delta = "0.5", beta = "0.01"), beta = 0.01, delta = 0.5)
oster("oster-twice", "y", "lexp", NULL, c("age", "married"), more = list(delta = "2", r_max = "1"), rmax = 1, delta = 2)
oster("oster-weights", "y", "married", NULL, c("age", "lexp"), where = "year > 2014", weights = "w")
oster("oster-negative", "y", "married", NULL, c("age"), more = list(delta = "-1"), delta = -1)
writeLines(paste0("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
