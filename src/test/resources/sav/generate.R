# Writes the fixtures of haven: one data set in the three compressions. Run by generate.sh.
library(haven)
library(hms)

long <- paste(rep("异地就医直接结算备案", 20), collapse = "") # 600 bytes
n <- 12
survey <- data.frame(id = seq_len(n))
attr(survey$id, "label") <- "Person 编号"
survey$地区 <- c("广东省", "北京市", "", "新疆维吾尔自治区", rep("浙江省", 8))
attr(survey$地区, "label") <- "户籍地区"
survey$sex <- labelled(c(1, 2, NA, 1, 2, 1, 2, 1, 1, 2, 2, 1), c("男" = 1, "女" = 2), label = "性别")
survey$income <- labelled_spss(
  c(1234.5, -99.25, 97, NA, 998, 0, 151, 152, -100, 1e300, 0.1, 990), c("拒答" = 97, "不知道" = 998),
  na_values = 97, na_range = c(990, 999), label = "Monthly income, 元"
)
survey$reason <- labelled_spss(
  c("a", "b", "99", "", "a", "99", rep("b", 6)), c("工作" = "a", "家庭" = "b", "不详" = "99"),
  na_values = "99", label = "Reason"
)
survey$note <- c(long, "", "short", strtrim(long, 255), rep("注", 8))
survey$a_variable_name_that_is_long_enough_1 <- c(0.5, seq_len(n - 1))
survey$a_variable_name_that_is_long_enough_2 <- rev(seq_len(n)) / 7
survey$born <- as.Date(c("1970-01-01", "1969-12-31", "2000-02-29", "1900-01-01", NA, "1582-10-15", rep("1985-06-30", 6)))
survey$at <- as.POSIXct(c(0, -0.5, 1e9, 1496275199.25, NA, 0.000001, rep(86400, 6)), origin = "1970-01-01", tz = "UTC")
survey$length <- as_hms(c(0, 3661, NA, 86399, rep(60.5, 8)))

write_sav(survey, "haven-none.sav", compress = "none")
write_sav(survey, "haven-byte.sav", compress = "byte")
write_sav(survey, "haven-zlib.zsav", compress = "zsav")

# Large enough for several compressed blocks, and small on disk because it repeats.
write_sav(data.frame(x = (0:799999 %% 7) / 7), "haven-blocks.zsav", compress = "zsav")
