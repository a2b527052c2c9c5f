"""A second opinion on the estimate of linkage: the likelihood is maximised directly, by scipy's
general optimiser and without EM, on counted agreements of the first 250 of the 500 records
RLdata500 (Sariyar and Borg, The R Journal 2010;2(2):61, invented German names with known
duplicates). Both tables lie beside the test that reads them, EmTest.

  /usr/bin/python3 .ci/linkage.py          compares with the table
  /usr/bin/python3 .ci/linkage.py update   writes it
"""
import csv
import pathlib
import sys

import numpy as np
from scipy.optimize import minimize

folder = pathlib.Path(__file__).parent.parent / "src/test/resources/org/denovo/linkage"
with open(folder / "rldata500.csv") as file:
    names, *rows = csv.reader(file)
names.pop()
table = np.array(rows, float)
agree, pairs = table[:, :-1], table[:, -1]

# What two persons look like is counted over all pairs.
u = pairs @ agree / pairs.sum()


def logs(free):
    """The logarithms of m, of 1 - m, of the share and of its complement, from free numbers."""
    return -np.logaddexp(0, -free[:-1]), -np.logaddexp(0, free[:-1]), -np.logaddexp(0, -free[-1]), -np.logaddexp(0, free[-1])


def loss(free):
    m, no, share, rest = logs(free)
    one = share + agree @ m + (1 - agree) @ no
    two = rest + agree @ np.log(u) + (1 - agree) @ np.log(1 - u)
    return -(pairs * np.logaddexp(one, two)).sum()


found = minimize(loss, np.append(np.full(len(u), 2.0), -7.0), method="BFGS", options={"gtol": 1e-7})
found = minimize(loss, found.x, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-12, "maxiter": 20000, "maxfev": 20000})
m, _, share, _ = logs(found.x)
result = [*zip(names, np.exp(m)), ("share", np.exp(share))]

expected = folder / "rldata500_fit.csv"
if sys.argv[1:] == ["update"]:
    with open(expected, "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("name", "value"), *((n, f"{v:.9f}") for n, v in result)])
with open(expected) as file:
    written = {name: float(value) for name, value in list(csv.reader(file))[1:]}
for name, value in result:
    assert abs(written[name] - value) < 1e-6, f"{name}: {written[name]} is {value} here"
print("the estimate of linkage agrees with a direct maximum of the likelihood")
