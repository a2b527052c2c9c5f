"""See r-statistics: a second opinion on R's results, by statsmodels, from the folder that R wrote."""
import csv
import math
import pathlib
import sys

import numpy as np
import statsmodels.api as sm
from statsmodels.duration.hazard_regression import PHReg
from statsmodels.duration.survfunc import SurvfuncRight, survdiff

folder = pathlib.Path(sys.argv[1])
compared = 0


def read(name):
    with open(folder / f"{name}.csv") as file:
        rows = list(csv.reader(file))
    cell = lambda text: math.nan if text in ("NA", "NaN") else float(text)
    return {h: np.array([cell(r[i]) for r in rows[1:]]) for i, h in enumerate(rows[0])}


def same(what, ours, theirs, to=1e-6):
    global compared
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    compared += theirs.size
    assert ours.shape == theirs.shape, what
    worst = np.max(np.abs(ours - theirs) / np.maximum(1, np.abs(theirs)))
    assert worst < to, f"{what}: differs by {worst}"


for line in (folder / "index.txt").read_text().split("\n"):
    kind, _, name = line.partition(" ")
    if kind == "curve":
        data = read(name)
        if np.isfinite(data["start"]).any():
            continue  # no delayed entry in SurvfuncRight's variance
        steps = read(f"{name}_steps")
        for group in np.unique(data["group"]):
            own = data["group"] == group
            curve = SurvfuncRight(data["time"][own], data["event"][own])
            died = (steps["group"] == group) & (steps["event"] > 0)
            same(name, curve.surv_prob, steps["surv"][died])
            alive = curve.surv_prob > 0
            same(name, curve.surv_prob_se[alive], steps["se"][died][alive])
        test = read(f"{name}_logrank")
        chisq, p = survdiff(data["time"], data["event"], data["group"])
        same(name, [chisq, p], [test["chisq"][0], test["p"][0]])
    elif kind == "cox":
        data, fit = read(name), read(f"{name}_fit")
        if (data["weight"] != 1).any():
            continue  # PHReg takes no weights
        x = np.column_stack([v for k, v in data.items() if k not in ("start", "stop", "event", "weight", "id")])
        # statsmodels takes who enters at a time for at risk then, R from then on.
        entry = data["start"] + 1e-6 if (data["start"] > 0).any() else None
        scale = x.std(axis=0)
        model = PHReg(data["stop"], x / scale, status=data["event"], entry=entry, ties="efron")
        ours = model.fit(method="newton", maxiter=100, disp=0)
        same(name, ours.params / scale, fit["coef"])
        same(name, ours.bse / scale, fit["se"])
    elif kind == "logistic":
        data, fit = read(name), read(f"{name}_fit")
        x = sm.add_constant(np.column_stack([v for k, v in data.items() if k != "y"]))
        ours = sm.GLM(data["y"], x, family=sm.families.Binomial()).fit(tol=1e-14, maxiter=100)
        same(name, ours.params, fit["coef"])
        same(name, ours.bse, fit["se"])
print(compared, "numbers of R are those of statsmodels", sm.__version__ if hasattr(sm, "__version__") else "")
