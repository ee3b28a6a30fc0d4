* A file in GB18030, as Chinese SPSS 15 wrote them. Run by generate.sh with --syntax-encoding=UTF-8.
SET LOCALE='GB18030'.
DATA LIST LIST (";") /id (F4.0) prov (A12) addr (A40) note (A8).
BEGIN DATA
1;广东省;天河区体育西路一号;好
2;北京市;海淀区中关村大街;一二三四
3;;镕基路;x
END DATA.
VARIABLE LABELS id "编号" prov "省份" addr "住址".
VALUE LABELS id 1 "第一" 2 "第二".
MISSING VALUES note ("x").
FILE LABEL "中文数据".
SAVE OUTFILE="pspp-gb18030.sav" /COMPRESSED.
