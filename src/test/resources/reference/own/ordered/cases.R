# Writes cases.json: ordered logit and probit by ordinal's clm, run to a gradient of 1e-9, with covariances by sandwich's
# estfun: A, A M A (hc0), times n/(n - 1) (hc1, as Stata), clusters times G/(G - 1). MASS's polr, whose search ends at six
# digits, must agree with it. Data: answers.csv. Run in this folder: Rscript cases.R
suppressMessages({library(ordinal); library(MASS); library(sandwich)})
num <- function(x) sprintf("%.15g", x)
str <- function(x) paste0("\"", x, "\"")
obj <- function(...) { v <- list(...); paste0("{", paste0("\"", names(v), "\": ", unlist(v), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")

set.seed(20170917)
n <- 1200
d0 <- data.frame(id = 1:n, city = sample(1:25, n, TRUE), age = sample(18:60, n, TRUE), here = rbinom(n, 1, 0.3))
d0$male <- rbinom(n, 1, 0.5)
d0$income <- round(exp(rnorm(n, 8 + 0.1 * d0$here, 0.5)), 2)
d0$w <- round(runif(n, 0.5, 2), 3)
latent <- 0.4 * d0$here + 0.02 * d0$age + 0.5 * log(d0$income) + rnorm(25)[d0$city] * 0.3 + rlogis(n)
d0$happy <- 1 + findInterval(latent, c(2.5, 3.6, 4.8, 6.4))
d0$stay <- 1 * (d0$happy > 3)
d0$age[c(3, 77, 800)] <- NA
write.csv(d0, "answers.csv", row.names = FALSE, na = "")

cases <- c()
ordered_case <- function(id, link, y, rhs, spec_rhs, vcov, cluster = NULL, weights = NULL, where = NULL) {
  d <- d0[complete.cases(d0), ]
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  d$.y <- factor(d[[y]]); d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  f <- as.formula(paste(".y ~", rhs))
  m <- clm(f, data = d, weights = .w, link = link, control = clm.control(gradTol = 1e-9, maxIter = 200))
  if (nlevels(d$.y) > 2 && length(coef(m)) < 10) {
    p <- polr(f, data = d, weights = .w, method = if (link == "logit") "logistic" else "probit")
    stopifnot(max(abs(coef(p) - m$beta[names(coef(p))])) < 1e-3)
  }
  a <- vcov(m); s <- estfun(m); rows <- nrow(d)
  v <- switch(vcov, iid = a, hc0 = a %*% crossprod(s) %*% a, hc1 = a %*% crossprod(s) %*% a * rows / (rows - 1),
    cluster = {
      meat <- 0
      g <- min(sapply(cluster, function(k) length(unique(d[[k]]))))
      for (k in seq_along(cluster)) for (set in combn(cluster, k, simplify = FALSE))
        meat <- meat + (-1)^(k + 1) * crossprod(rowsum(s, interaction(d[set], drop = TRUE)))
      a %*% meat %*% a * g / (g - 1)
    })
  dimnames(v) <- dimnames(a)
  entry <- function(k, name) {
    b <- coef(m)[[k]]; se <- sqrt(v[k, k])
    obj(name = str(name), estimate = num(b), std_error = num(se), statistic = num(b / se), p_value = num(2 * pnorm(-abs(b / se))),
      conf_low = num(b - qnorm(0.975) * se), conf_high = num(b + qnorm(0.975) * se))
  }
  label <- function(k) sub("factor\\((.*)\\)(.*)", "\\1::\\2", sub("^I\\((.*)\\)$", "\\1", k))
  null <- clm(.y ~ 1, data = d, weights = .w, link = link, control = clm.control(gradTol = 1e-9))
  spec <- list(model = str(paste0("ordered-", link)), formula = str(paste(y, "~", spec_rhs)), vcov = str(vcov))
  if (vcov == "cluster") spec$cluster <- arr(str(cluster))
  if (!is.null(weights)) spec$weights <- str(weights)
  if (!is.null(where)) spec$where <- str(where)
  cases <<- c(cases, paste0("{\"id\": ", str(id), ", \"data\": \"../answers.csv\", \"peer\": ",
    str(paste("ordinal", packageVersion("ordinal"))), ",\n \"call\": ", str(paste0("clm(", y, " ~ ", rhs, ", link = ", link, ")")),
    ",\n \"spec\": ", do.call(obj, spec), ",\n \"expected\": ", obj(n = rows,
      coefficients = arr(sapply(names(m$beta), function(k) entry(k, label(k)))),
      cuts = arr(sapply(names(m$alpha), function(k) entry(k, k))),
      log_likelihood = num(as.numeric(logLik(m))), log_likelihood_null = num(as.numeric(logLik(null))),
      pseudo_r2 = num(1 - as.numeric(logLik(m)) / as.numeric(logLik(null)))), "}"))
}
ordered_case("ordered-logit-iid", "logit", "happy", "here + age + male", "here + age + male", "iid")
ordered_case("ordered-probit-iid", "probit", "happy", "here + age + male", "here + age + male", "iid")
ordered_case("ordered-logit-square", "logit", "happy", "here + age + I(age^2) + log(income)", "here + age + age^2 + log(income)", "hc1")
ordered_case("ordered-probit-cluster", "probit", "happy", "here + age + log(income)", "here + age + log(income)", "cluster", "city", where = "age > 0")
ordered_case("ordered-logit-city", "logit", "happy", "here + log(income) + factor(city)", "here + log(income) + i(city)", "cluster", "city", where = "age > 0")
ordered_case("ordered-logit-two-way", "logit", "happy", "here + male", "here + male", "cluster", c("city", "age"))
ordered_case("ordered-logit-weights", "logit", "happy", "here + age", "here + age", "hc0", weights = "w", where = "id <= 500")
ordered_case("ordered-logit-two-levels", "logit", "stay", "here + age", "here + age", "iid")
writeLines(paste0("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
