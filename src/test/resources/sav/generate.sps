* Writes the fixtures of PSPP: what haven cannot write. Run by generate.sh.
SET DECIMAL=DOT.
DATA LIST LIST (";") /code (F8.2) short (A8) city (A30) text (A300) day (ADATE10) eday (EDATE10) sday (SDATE10) jday (JDATE7) month (MOYR8) at (DATETIME20) spent (TIME11.2) amount (COMMA10.2) big (E12.3).
BEGIN DATA
-1;x;Beijing;first;05/31/2017;31.05.2017;2017/05/31;2017151;MAY 2017;31-MAY-2017 12:30:15;12:30:15.25;1,234.50;1.5E+10
2;unknown;Shanghai;second;01/01/1970;01.01.1970;1970/01/01;1970001;JAN 1970;01-JAN-1970 00:00:00;0:00:00;0;2
-7;nothing;not answered;;.;.;.;.;.;.;.;.;.
100;;Guangzhou;third;12/31/1899;31.12.1899;1899/12/31;1899365;DEC 1899;31-DEC-1899 23:59:59;100:00:00;-5;-1E-5
99;y;refused;fourth;02/29/2000;29.02.2000;2000/02/29;2000060;FEB 2000;29-FEB-2000 00:00:01;1:00:00;7;0
END DATA.
VARIABLE LABELS code "A code with open ranges" city "City of residence" text "Free text".
VALUE LABELS code -1 "Refused" 2 "Two" 99 "Unknown" /short "unknown" "Not known" /city "Beijing" "Capital" "not answered" "No answer given".
MISSING VALUES code (LO THRU -1, 99) /short ("unknown", "nothing") /city ("not answ", "refused") /amount (7) /big (0 THRU HI) /day ('02/29/2000').
FILE LABEL "Written by PSPP".
SAVE OUTFILE="pspp-none.sav" /UNCOMPRESSED.
SAVE OUTFILE="pspp-byte.sav" /COMPRESSED.
SAVE OUTFILE="pspp-zlib.zsav" /ZCOMPRESSED.
