"""`cadre`: monthly assessment of commune cadres from the workbooks that offices already keep."""
