# Writes what haven reads from a file, one fact a line: what, variable, which, text. Run by generate.sh.
library(haven)
args <- commandArgs(trailingOnly = TRUE)
data <- read_sav(args[1], user_na = TRUE)
out <- file(args[2], "w", encoding = "UTF-8")
number <- function(x) sub("^-?NaN$|^NA$", "", sprintf("%.17g", x))
put <- function(...) writeLines(paste(..., sep = "\t"), out)
for (name in names(data)) {
  x <- data[[name]]
  put("label", name, "", if (is.null(attr(x, "label"))) "" else attr(x, "label"))
  put("format", name, "", attr(x, "format.spss"))
  labels <- attr(x, "labels")
  for (i in seq_along(labels)) put("value-label", name, format(labels[[i]]), names(labels)[i])
  for (value in attr(x, "na_values")) put("missing", name, "", value)
  if (!is.null(attr(x, "na_range"))) put("missing", name, "", paste(attr(x, "na_range"), collapse = " thru "))
  for (row in seq_along(x)) {
    value <- unclass(x)[[row]]
    put("cell", name, row, if (is.character(value)) value else if (is.na(value)) "" else number(value))
  }
}
close(out)
