# Values of two published Stata files as haven reads them; the files themselves are not part of the project.
# Run in this folder: Rscript real.R FOLDER (with castle.dta and abortion.dta)
library(haven)
folder <- commandArgs(TRUE)[1]

summarise <- function(file) {
  data <- read_dta(file.path(folder, file))
  do.call(rbind, lapply(names(data), function(name) {
    x <- data[[name]]
    text <- is.character(x)
    present <- if (text) nchar(x) > 0 else !is.na(x)
    value <- function(v) if (text) v else if (is.na(v)) "." else sprintf("%a", as.numeric(v))
    data.frame(
      file = file, variable = name, label = if (is.null(attr(x, "label"))) "" else attr(x, "label"),
      rows = length(x), present = sum(present),
      least = if (text || !any(present)) "" else value(min(as.numeric(x), na.rm = TRUE)),
      most = if (text || !any(present)) "" else value(max(as.numeric(x), na.rm = TRUE)),
      middle = value(x[length(x) %/% 2]))
  }))
}
expected <- rbind(summarise("castle.dta"), summarise("abortion.dta"))
write.csv(expected, "real-expected.csv", row.names = FALSE, fileEncoding = "UTF-8")
