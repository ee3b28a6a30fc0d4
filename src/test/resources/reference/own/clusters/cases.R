# Writes cases.json: clubSandwich's covariances of weighted least squares, with the working model that canbao has for analytic
# weights: errors whose variance is inverse to the weight (inverse_var = TRUE). For a weighted lm vcovCR takes errors of equal
# variance instead, if it is not told otherwise, which gives other degrees of freedom. Do not add target = 1/w: it is not
# scaled as the weights are, and the degrees of freedom go wrong. Run in this folder: Rscript cases.R
suppressMessages(library(clubSandwich))
d0 <- subset(read.csv("../../simulated/data/staggered.csv"), city <= 14)
stopifnot(all(table(d0$city) > 1), !anyNA(d0[c("y", "did", "age", "male", "city", "year", "w")]))
num <- function(x) sprintf("%.15g", x)
str <- function(x) paste0("\"", x, "\"")
cases <- c()
one <- function(id, type, formula, right, effects = NULL, keys = c("did", "age", "male")) {
  fit <- lm(as.formula(paste("y ~", right)), d0, weights = w)
  vcov <- vcovCR(fit, d0$city, type = type, inverse_var = TRUE)
  test <- as.data.frame(coef_test(fit, vcov, test = "Satterthwaite"))
  rownames(test) <- names(coef(fit))
  rows <- sapply(keys, function(k) sprintf(
    "{\"name\": \"%s\", \"estimate\": %s, \"std_error\": %s, \"df\": %s, \"p_value\": %s}", k,
    num(test[k, "beta"]), num(test[k, "SE"]), num(test[k, "df_Satt"]), num(test[k, "p_Satt"])))
  vcov_name <- tolower(type)
  cases <<- c(cases, paste0(
    "{\"id\": ", str(id), ", \"data\": \"../../../simulated/data/staggered.csv\", \"peer\": ",
    str(paste("clubSandwich", packageVersion("clubSandwich"))), ",\n \"call\": ",
    str(paste0("coef_test(lm(y ~ ", right, ", weights = w), vcovCR(type = '", type,
      "', inverse_var = TRUE), test = 'Satterthwaite'), city <= 14")),
    ",\n \"spec\": {\"model\": \"ols\", \"formula\": ", str(formula), ", \"vcov\": ", str(vcov_name),
    ", \"cluster\": [\"city\"], \"weights\": \"w\", \"where\": \"city <= 14\", \"p_value\": \"satterthwaite\"},\n \"expected\": {\"coefficients\": [",
    paste(rows, collapse = ", "), "], \"n\": ", nrow(d0), "}}"))
}
for (type in c("CR0", "CR1", "CR1S", "CR3"))
  one(paste0("weighted-", tolower(type)), type, "y ~ did + age + male + i(year)", "did + age + male + factor(year)")
for (type in c("CR0", "CR1", "CR1S"))
  one(paste0("weighted-effects-", tolower(type)), type, "y ~ did + age + male | city + year",
    "did + age + male + factor(city) + factor(year)")
writeLines(paste0("[", paste(cases, collapse = ",\n"), "]"), "cases.json")
