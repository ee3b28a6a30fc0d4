# Writes cases.json: Fisher's exact test by R's fisher.test, whose searches for the odds ratio and its interval are repeated to
# fifteen digits by its own equations; permutation tests by combn over every assignment, and coin where it has the same
# p-value. Data: cities.csv, the 23 cities of the outsiders table, and answers.csv. Run in this folder: Rscript cases.R
suppressMessages(library(coin))
num <- function(x) if (is.na(x)) "null" else if (is.infinite(x)) "\"Inf\"" else sprintf("%.15g", x)
str <- function(x) paste0("\"", x, "\"")
obj <- function(...) { v <- list(...); paste0("{", paste0("\"", names(v), "\": ", unlist(v), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
cases <- c()
add <- function(id, data, peer, call, spec, expected) cases <<- c(cases, paste0(
  "{\"id\": ", str(id), ", \"data\": ", str(paste0("../", data)), ", \"peer\": ", str(peer), ",\n \"call\": ", str(call),
  ",\n \"spec\": ", spec, ",\n \"expected\": ", expected, "}"))

fourfold <- function(t, level) {
  m <- sum(t[, 1]); n <- sum(t[, 2]); k <- sum(t[1, ]); x <- t[1, 1]
  lo <- max(0, k - n); hi <- min(k, m); support <- lo:hi
  logdc <- dhyper(support, m, n, k, log = TRUE)
  d <- function(l) { d <- logdc + l * support; d <- exp(d - max(d)); d / sum(d) }
  root <- function(f) { w <- 1; while (f(-w) > 0 || f(w) < 0) w <- 2 * w; uniroot(f, c(-w, w), tol = 1e-15)$root }
  a <- (1 - level) / 2
  list(or = if (x == lo) 0 else if (x == hi) Inf else exp(root(function(l) sum(support * d(l)) - x)),
       low = if (x == lo) 0 else exp(root(function(l) sum(d(l)[support >= x]) - a)),
       high = if (x == hi) Inf else exp(root(function(l) a - sum(d(l)[support <= x]))))
}
fisher <- function(id, file, outcome, group, level = 0.95, where = NULL, more = "") {
  d <- read.csv(file)
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  d <- d[complete.cases(d[c(outcome, group)]), ]
  t <- table(d[[group]], d[[outcome]])
  two <- all(dim(t) == 2)
  f <- fisher.test(t, conf.level = level, workspace = 2e8)
  test <- list(name = str("fisher"), p_value = num(f$p.value))
  if (two) {
    own <- fourfold(t, level)
    stopifnot(own$or %in% c(0, Inf) || abs(own$or / f$estimate - 1) < 1e-3)
    test <- c(test, list(value = num(own$or), conf_low = num(own$low), conf_high = num(own$high),
      p_less = num(fisher.test(t, alternative = "less")$p.value), p_greater = num(fisher.test(t, alternative = "greater")$p.value)))
  }
  spec <- list(model = str("exact-test"), outcome = str(outcome), group = str(group), test = str("fisher"))
  if (level != 0.95) spec$level <- num(100 * level)
  if (!is.null(where)) spec$where <- str(gsub("==", "=", where))
  add(id, file, R.version.string, paste0("fisher.test(table(", group, ", ", outcome, "))"), do.call(obj, spec),
    obj(n = sum(t), tests = arr(do.call(obj, test))))
}
chosen <- list()
combinations <- function(n, m) {
  key <- paste(n, m)
  if (is.null(chosen[[key]])) chosen[[key]] <<- combn(n, m)
  chosen[[key]]
}
middle <- function(s) { k <- nrow(s); (s[(k + 1) %/% 2, ] + s[k %/% 2 + 1, ]) / 2 }
permutation <- function(id, file, outcome, group, where = NULL) {
  d <- read.csv(file)
  if (!is.null(where)) d <- subset(d, eval(parse(text = where)))
  d <- d[order(d[[outcome]]), ]
  y <- d[[outcome]]; g <- d[[group]] == sort(unique(d[[group]]))[2]
  n <- length(y); m <- sum(g); r <- rank(y)
  all <- combinations(n, m)
  rest <- combinations(n, n - m)[, ncol(all):1]  # the complements, column by column, as both are in lexicographic order
  v <- list(mean = { s <- colSums(matrix(y[all], m)); s / m - (sum(y) - s) / (n - m) },
            median = middle(matrix(y[all], m)) - middle(matrix(y[rest], n - m)),
            auc = (colSums(matrix(r[all], m)) - m * (m + 1) / 2) / (m * (n - m)))
  seen <- c(mean = mean(y[g]) - mean(y[!g]), median = median(y[g]) - median(y[!g]),
            auc = mean(outer(y[g], y[!g], ">") + outer(y[g], y[!g], "==") / 2))
  at <- which(colSums(all == which(g)) == m)
  tests <- c()
  for (name in names(v)) {
    x <- v[[name]]; centre <- if (name == "auc") 0.5 else 0; e <- 1e-9
    stopifnot(abs(x[at] - seen[name]) < e)
    p <- mean(abs(x - centre) >= abs(seen[name] - centre) - e)
    if (name == "mean") stopifnot(abs(p / pvalue(oneway_test(y ~ factor(g), distribution = "exact")) - 1) < 1e-9)
    if (name == "auc") stopifnot(abs(p / pvalue(wilcox_test(y ~ factor(g), distribution = "exact")) - 1) < 1e-9)
    tests <- c(tests, obj(name = str(name), value = num(seen[[name]]), spread = num(sqrt(mean(x^2) - mean(x)^2)),
      p_value = num(p), p_less = num(mean(x <= seen[name] + e)), p_greater = num(mean(x >= seen[name] - e)),
      of = length(x), extreme = round(p * length(x)), enumerated = "true"))
  }
  spec <- list(model = str("exact-test"), outcome = str(outcome), group = str(group), test = arr(str(names(v))))
  if (!is.null(where)) spec$where <- str(gsub("==", "=", where))
  add(id, file, paste0(R.version.string, "; coin ", packageVersion("coin")), paste0("combn(", n, ", ", m, "); coin exact"),
    do.call(obj, spec), obj(n = n, tests = arr(tests)))
}

set.seed(20161122)
n <- 240
a <- data.frame(id = 1:n, region = sample(c("central", "east", "north", "west"), n, TRUE), woman = rbinom(n, 1, 0.5))
a$happy <- pmin(5, pmax(1, 3 + rbinom(n, 3, 0.4) - rbinom(n, 3, 0.4) + (a$region == "east")))
a$insured <- rbinom(n, 1, plogis(-0.5 + 0.8 * a$woman))
a$score <- round(rnorm(n) + 0.3 * a$woman, 1)
a$score[c(7, 90)] <- NA
write.csv(a, "answers.csv", row.names = FALSE, na = "")

cities <- "cities.csv"
fisher("fisher-woman", "answers.csv", "insured", "woman")
fisher("fisher-level-90", "answers.csv", "insured", "woman", 0.9, "id <= 40")
fisher("fisher-region-happy", "answers.csv", "happy", "region", where = "id <= 36")
fisher("fisher-text", "answers.csv", "region", "woman")
fisher("fisher-separated", cities, "above_60", "opened")
fisher("fisher-nearly-separated", cities, "above_20", "opened")
permutation("permutation-outsiders", cities, "outsider_share", "opened")
permutation("permutation-other-province", cities, "other_province_share", "opened")
permutation("permutation-ratio", cities, "ratio", "opened")
permutation("permutation-ties", "answers.csv", "happy", "woman", "id <= 20")
writeLines(paste0("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
