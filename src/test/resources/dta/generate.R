# Writes the haven-*.dta fixtures and the values that their readers must find.
# Run in this folder: Rscript generate.R
library(haven)

rows <- 7
long <- paste(rep("异地就医直接结算", 90), collapse = "")
person <- data.frame(
  id = c(1L, -2147483647L, 2147483620L, NA, 5L, 6L, 7L),
  income = c(0.1, -1.5e300, NA, 12345.678, 2^-1074, -0, 8.9e307),
  hukou = c(1, 2, NA, 1, 9, 2, 1),
  city = c("北京市", "", "Ürümqi", "呼伦贝尔市", "x", "𠮷林", "北京市"),
  note = c("short", long, "", long, "b", "c", strrep("z", 2046)),
  born = as.Date(c("1960-01-01", "1959-12-31", "2016-02-29", NA, "0100-01-01", "9999-12-31", "1985-07-15")),
  seen = as.POSIXct(
    c("1960-01-01 00:00:00", "1969-12-31 23:59:59", "2016-12-31 12:34:56", NA, "2020-01-01 00:00:00.25",
      "1900-01-01 00:00:00", "2100-06-30 23:59:59"), tz = "UTC"),
  stringsAsFactors = FALSE
)
person$hukou[c(3, 4)] <- c(tagged_na("a"), tagged_na("z"))
person$income[3] <- NA
person$hukou <- labelled(
  person$hukou,
  labels = c("农业 rural" = 1, "非农业 urban" = 2, "不知道 do not know" = tagged_na("a"), "拒绝 refused" = tagged_na("z")),
  label = "户口性质 type of hukou")
attr(person$income, "label") <- "Monthly income, yuan"
attr(person$income, "format.stata") <- "%12.2f"

releases <- c("8" = 113, "10" = 114, "12" = 115, "13" = 117, "14" = 118, "15" = 119)
for (version in names(releases)) {
  data <- person
  if (as.integer(version) < 13) {
    data$note <- substr(data$note, 1, 40)  # no long strings before 13
  }
  write_dta(data, sprintf("haven-%d.dta", releases[[version]]), version = as.integer(version), label = "Persons 流动人口")
}

cell <- function(x, i) {
  if (is.character(x)) return(x[i])
  if (is_tagged_na(x[i])) return(paste0(".", na_tag(x[i])))
  if (is.na(x[i])) return(".")
  if (inherits(x, "Date")) return(format(x[i], "%Y-%m-%d"))
  if (inherits(x, "POSIXct")) return(sprintf("%.0f", as.numeric(x[i]) * 1e6))
  sprintf("%a", unclass(x)[[i]])
}
expected <- do.call(rbind, lapply(names(person), function(name) {
  data.frame(variable = name, row = seq_len(rows), value = vapply(seq_len(rows), function(i) cell(person[[name]], i), ""))
}))
write.csv(expected, "haven-expected.csv", row.names = FALSE, fileEncoding = "UTF-8")
writeLines(c(R.version.string, paste("haven", packageVersion("haven"))), "haven-versions.txt")
