"""`cadre`: monthly assessment of commune cadres from the workbooks that offices already keep."""

__version__ = "0.1.0"
