# Writes cases.json: average marginal effects with delta-method standard errors. Models by R's glm, with effects as dummies, and
# ordinal's clm. Predictions P and their gradients by all parameters are averaged at data in which one column is moved, whole
# model matrices built anew; effects are the derivative of these averages by the move (numDeriv's Richardson extrapolation) or
# their difference. Covariances as in ../glm/cases.R and ../ordered/cases.R. Run in this folder: Rscript cases.R
suppressMessages({library(ordinal); library(numDeriv)})
num <- function(x) sprintf("%.15g", x)
str <- function(x) paste0("\"", x, "\"")
obj <- function(...) { v <- list(...); paste0("{", paste0("\"", names(v), "\": ", unlist(v), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
staggered <- read.csv("../../simulated/data/staggered.csv")
answers <- read.csv("../ordered/answers.csv")

drop_flat <- function(d, fe, y, ends) repeat {
  keep <- rep(TRUE, nrow(d))
  for (f in fe) {
    keep <- keep & ave(rep(1, nrow(d)), d[[f]], FUN = sum) > 1
    for (end in ends) keep <- keep & ave(d[[y]] == end, d[[f]], FUN = mean) < 1
  }
  if (all(keep)) return(d)
  d <- d[keep, ]
}
nested <- function(f, g) all(tapply(g, f, function(v) length(unique(v))) == 1)
clustered <- function(s, d, cluster) {
  meat <- 0
  for (m in seq_along(cluster)) for (set in combn(cluster, m, simplify = FALSE))
    meat <- meat + (-1)^(m + 1) * crossprod(rowsum(s, interaction(d[set], drop = TRUE)))
  g <- min(sapply(cluster, function(k) length(unique(d[[k]]))))
  meat * g / (g - 1)
}

# effects: list of list(name, column, and either nothing (derivative) or from and to); average(d): the averages of P and of its
# gradient, one column per outcome
effect <- function(e, d, average) {
  if (is.null(e$to)) {
    unit <- sd(d[[e$column]])
    move <- function(h) { d[[e$column]] <- d[[e$column]] + h * unit; as.vector(average(d)) }
    changes <- jacobian(move, 0, method.args = list(eps = 1e-2, d = 1e-2, r = 8)) / unit
  } else {
    at <- function(v) { d[[e$column]] <- v; as.vector(average(d)) }
    changes <- at(e$to) - at(e$from)
  }
  matrix(changes, nrow = nrow(average(d)))
}
margins <- function(effects, d, average, v, outcomes = NULL) arr(unlist(lapply(effects, function(e) {
  all <- effect(e, d, average)
  sapply(seq_len(ncol(all)), function(j) {
    b <- all[1, j]; g <- all[-1, j]; se <- sqrt(drop(g %*% v %*% g))
    more <- list(kind = str(if (is.null(e$to)) "derivative" else "change"))
    if (!is.null(e$to)) more$from <- str(e$from)
    if (!is.null(outcomes)) more$outcome <- outcomes[j]
    do.call(obj, c(list(name = str(e$name), estimate = num(b), std_error = num(se), statistic = num(b / se),
      p_value = num(2 * pnorm(-abs(b / se))), conf_low = num(b - qnorm(0.975) * se),
      conf_high = num(b + qnorm(0.975) * se)), more))
  })
})))
slope <- function(column) list(name = column, column = column)
step <- function(column) list(name = column, column = column, from = 0, to = 1)
levels_of <- function(column, from, to) lapply(to, function(v) list(name = paste0(column, "::", v), column = column, from = from, to = v))

cases <- c()
add <- function(id, data, peer, call, spec, expected) cases <<- c(cases, paste0("{\"id\": ", str(id), ", \"data\": ", str(data),
  ", \"peer\": ", str(peer), ",\n \"call\": ", str(call), ",\n \"spec\": ", do.call(obj, spec), ",\n \"expected\": ", expected, "}"))
spec_of <- function(model, formula, vcov, cluster, weights, where, marginal, discrete, more = list()) {
  s <- c(list(model = str(model), formula = str(formula), vcov = str(vcov)), more)
  if (vcov == "cluster") s$cluster <- arr(str(cluster))
  if (!is.null(weights)) s$weights <- str(weights)
  if (!is.null(where)) s$where <- str(where)
  s$marginal_effects <- if (identical(marginal, "all")) str("all") else arr(str(marginal))
  if (length(discrete)) s$discrete <- arr(str(discrete))
  s
}

likelihood <- function(id, model, y, rhs, formula, fe, vcov, effects, cluster = NULL, weights = NULL, where = NULL,
                       offset = "0", marginal = "all", discrete = c(), more = list(), data = staggered,
                       file = "../../../simulated/data/staggered.csv", more_missing = c()) {
  d <- data[complete.cases(data[c(y, intersect(all.vars(as.formula(paste("~", rhs))), names(data)))]), ]
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  d <- if (length(fe)) drop_flat(d, fe, y, if (model == "poisson") 0 else c(0, 1)) else d
  fml <- as.formula(paste("~", paste(c(rhs, sprintf("factor(%s)", fe)), collapse = " + ")))
  d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  fam <- if (model == "poisson") poisson() else binomial()
  o <- rep(eval(parse(text = offset), d), length.out = nrow(d))
  levels <- lapply(d[sub("factor\\((.*)\\)", "\\1", grep("^factor", attr(terms(fml), "term.labels"), value = TRUE) |>
    (\(k) k[!grepl(":", k)])())], function(v) sort(unique(v)))
  matrix_of <- function(data) {
    for (k in names(levels)) data[[k]] <- factor(data[[k]], levels[[k]])
    model.matrix(as.formula(gsub("factor\\((.*?)\\)", "\\1", paste(deparse(fml, 500), collapse = ""))), data)
  }
  X <- matrix_of(d)
  g <- suppressWarnings(glm.fit(X, d[[y]], d$.w, offset = o, family = fam, control = glm.control(1e-15, 200)))
  stopifnot(!anyNA(coef(g)))
  b <- coef(g); mu <- g$fitted.values; n <- nrow(d); np <- ncol(X)
  bread <- solve(crossprod(X * sqrt(d$.w * fam$variance(mu)))); s <- X * (d$.w * (d[[y]] - mu))
  K <- np
  for (f in fe) if (length(cluster) && any(sapply(cluster, function(k) nested(d[[f]], d[[k]])))) K <- K - (length(unique(d[[f]])) - 1)
  v <- switch(vcov, iid = bread * (n - 1) / (n - np), hc1 = bread %*% crossprod(s) %*% bread * n / (n - np),
    cluster = bread %*% clustered(s, d, cluster) %*% bread * (n - 1) / (n - K))
  average <- function(data) {
    M <- matrix_of(data); eta <- drop(M %*% b) + o
    cbind(c(sum(d$.w * fam$linkinv(eta)), colSums(M * (d$.w * fam$mu.eta(eta))))) / sum(d$.w)
  }
  add(id, file, paste("R", getRversion(), "glm, numDeriv", packageVersion("numDeriv")),
    paste0("glm(", y, " ~ ", paste(deparse(fml[[2]], 500), collapse = ""), ", ", model, ")"),
    spec_of(model, formula, vcov, cluster, weights, where, marginal, discrete, more),
    obj(n = n, marginal_effects = obj(effects = margins(effects, d, average, v))))
}

x <- "did + age + I(age^2) + male"
likelihood("margins-logit", "logit", "y", x, "y ~ did + age + age^2 + male", c(), "iid", lapply(c("did", "age", "male"), slope))
likelihood("margins-logit-fe-cluster", "logit", "y", paste(x, "+ factor(edu)"), "y ~ did + age + age^2 + male + i(edu) | city + year",
  c("city", "year"), "cluster", c(list(step("did"), slope("age"), step("male")), levels_of("edu", 0, sort(unique(staggered$edu))[-1])),
  "city", discrete = c("did", "male"))
likelihood("margins-logit-fe-two-way", "logit", "y", "did + age*male", "y ~ did + age*male | city + year", c("city", "year"),
  "cluster", list(slope("did"), slope("age"), step("male")), c("city", "year"), discrete = "male")
likelihood("margins-logit-fe-iid", "logit", "y", "did + log(income) + sqrt(age):male + exp(-fam)", "y ~ did + log(income) + sqrt(age):male + exp(-fam) | year",
  "year", "iid", list(slope("income"), slope("age"), slope("fam")), marginal = c("income", "age", "fam"))
likelihood("margins-logit-levels", "logit", "y", "age*factor(fam)", "y ~ age*i(fam) | year", "year", "hc1",
  c(list(slope("age")), levels_of("fam", min(staggered$fam), sort(unique(staggered$fam))[-1])))
likelihood("margins-poisson-levels", "poisson", "income", "male + factor(fam)", "income ~ male + i(fam, ref = 2) | city", "city", "cluster",
  c(list(slope("male")), levels_of("fam", 2, setdiff(sort(unique(staggered$fam)), 2))), "city")
likelihood("margins-logit-cells", "logit", "y", "did", "y ~ did | city + year", c("city", "year"), "cluster", list(step("did")),
  "city", discrete = "did")
likelihood("margins-poisson-fe", "poisson", "fam", x, "fam ~ did + age + age^2 + male | city + year", c("city", "year"), "cluster",
  list(step("did"), slope("age"), slope("male")), "province", weights = "w", discrete = "did")
likelihood("margins-poisson-exposure", "poisson", "income", "male + log(edu + 1)", "income ~ male + log(edu + 1)", c(), "hc1",
  list(step("male"), slope("edu")), offset = "log(age)", more = list(exposure = str("age")), discrete = "male")

ordered_case <- function(id, link, rhs, formula, vcov, effects, cluster = NULL, weights = NULL, marginal = "all", discrete = c()) {
  d <- answers[complete.cases(answers), ]
  d$.y <- factor(d$happy); d$.w <- if (is.null(weights)) rep(1, nrow(d)) else d[[weights]]
  m <- clm(as.formula(paste(".y ~", rhs)), data = d, weights = .w, link = link, control = clm.control(gradTol = 1e-9, maxIter = 200))
  cuts <- m$alpha; b <- m$beta; J <- length(cuts) + 1
  p <- if (link == "logit") plogis else pnorm; f <- if (link == "logit") dlogis else dnorm
  matrix_of <- function(data) model.matrix(as.formula(paste("~", rhs)), data)[, -1, drop = FALSE]
  parts <- function(data) {
    M <- matrix_of(data); eta <- drop(M %*% b); k <- c(-Inf, cuts, Inf)
    lapply(1:J, function(j) {
      hi <- f(k[j + 1] - eta); lo <- f(k[j] - eta)
      G <- matrix(0, nrow(M), J - 1)
      if (j < J) G[, j] <- hi
      if (j > 1) G[, j - 1] <- -lo
      cbind(p(k[j + 1] - eta) - p(k[j] - eta), G, M * (lo - hi))
    })
  }
  average <- function(data) sapply(parts(data), function(P) colSums(P * d$.w) / sum(d$.w))
  here <- parts(d)
  s <- t(sapply(seq_len(nrow(d)), function(i) { P <- here[[as.integer(d$.y[i])]][i, ]; d$.w[i] * P[-1] / P[1] }))
  a <- vcov(m)[c(names(cuts), names(b)), c(names(cuts), names(b))]
  v <- switch(vcov, iid = a, hc1 = a %*% crossprod(s) %*% a * nrow(d) / (nrow(d) - 1), cluster = a %*% clustered(s, d, cluster) %*% a)
  add(id, "../../ordered/answers.csv", paste("ordinal", packageVersion("ordinal")), paste0("clm(happy ~ ", rhs, ", link = ", link, ")"),
    spec_of(paste0("ordered-", link), formula, vcov, cluster, weights, "age > 0", marginal, discrete),
    obj(n = nrow(d), marginal_effects = obj(effects = margins(effects, d, average, v, sort(unique(d$happy))))))
}
ordered_case("margins-ordered-logit", "logit", "here + age + I(age^2) + log(income)", "happy ~ here + age + age^2 + log(income)", "hc1",
  list(step("here"), slope("age"), slope("income")), discrete = "here")
ordered_case("margins-ordered-probit", "probit", "factor(here) + age*male", "happy ~ i(here) + age*male", "cluster",
  list(slope("age"), slope("male")), "city", marginal = c("age", "male"))
ordered_case("margins-ordered-weights", "logit", "here + age", "happy ~ here + age", "iid", list(slope("here"), slope("age")), weights = "w")
writeLines(paste0("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
