"""Where in a sheet the tables stand, and which line of them is a row.

In comes a sheet as cells; out go ``RawTable``s with the 填报 block above each. Called by
``intake/files``; it reads no file and judges no value.
"""
