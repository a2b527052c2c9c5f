# See r-leg: run in a cohort's folder, with the path of the run's summary.
source("load.R", encoding = "UTF-8")
suppressPackageStartupMessages(library(survival))
book <- read.csv("codebook.csv", encoding = "UTF-8", colClasses = "character")
for (i in seq_len(nrow(book))) {
  column <- get(sub(".csv", "", book$file[i], fixed = TRUE))[[book$name[i]]]
  stopifnot(attr(column, "label") == paste(book$label_zh[i], book$label_en[i], sep = " / "),
    is.factor(column) == (book$type[i] == "code"),
    is.numeric(column) == (book$type[i] %in% c("whole", "decimal")))
}
cat(nrow(book), "columns have the type and the labels of the codebook\n")
raw <- read.csv("cohort.csv", encoding = "UTF-8", stringsAsFactors = FALSE)
os <- subset(read.csv("adtte.csv", encoding = "UTF-8"), PARAMCD == "OS")
stopifnot(nrow(raw) == nrow(os), all(os$event == 1 - os$CNSR), all(os$AVAL >= 0))
text <- paste(readLines(commandArgs(TRUE)[1], encoding = "UTF-8"), collapse = "\n")
count <- function(name) as.integer(sub(paste0(".*\"", name, "\" *: *([0-9]+).*"), "\\1", text))
for (arm in unique(raw$arm)) {
  said <- count(paste0("cohort.surgical-vs-nonsurgical.arm.", arm))
  cat(arm, sum(raw$arm == arm), "in cohort.csv,", said, "in the summary\n")
  stopifnot(sum(raw$arm == arm) == said)
}

# From the cohort alone; who was operated on without a day has no place in a design.
d <- merge(os, raw[, c("patient_pid", "arm", "surg_day", "exposure_ever")], by = "patient_pid")
d <- subset(d, !is.na(surg_day) | exposure_ever == 0)
hr <- function(fit) unname(exp(coef(fit)))
ever <- hr(coxph(Surv(AVAL + 0.5, event) ~ I(arm == "surgical"), d))
lm <- subset(d, AVAL > 183)
landmark <- hr(coxph(Surv(AVAL - 183, event) ~ I(!is.na(surg_day) & surg_day <= 183), lm))

# From the files of the designs.
written <- subset(read.csv("landmark_6m.csv"), PARAMCD == "OS")
stopifnot(nrow(written) == nrow(lm), all(written$lm_day == 183))
from_file <- hr(coxph(Surv(time_from_lm, event) ~ exposed_by_lm, written))
stopifnot(abs(landmark - from_file) < 1e-8)
cp <- subset(read.csv("counting_process.csv"), PARAMCD == "OS")
stopifnot(length(unique(cp$patient_pid)) == nrow(d), sum(cp$event) == sum(d$event))
varying <- hr(coxph(Surv(tstart, tstop, event) ~ exposed, cp))
windowed <- hr(coxph(Surv(tstart, tstop, event) ~ exposed_in_window, cp))
years <- c(1, 3, 5) * 365.25
km <- summary(survfit(Surv(AVAL, event) ~ 1, d), times = years, extend = TRUE)$surv
km_cp <- summary(survfit(Surv(tstart, tstop, event) ~ 1, cp, id = patient_pid),
  times = years, extend = TRUE)$surv
cat("KM at 1, 3, 5 years:", sprintf("%.6f", km), "\n")
stopifnot(all(abs(km - km_cp) < 1e-12))
clones <- read.csv("clones_8m.csv")
stopifnot(length(unique(clones$clone_id)) == 2 * nrow(d),
  sum(clones$event + clones$art_censored + clones$nat_censored) == 2 * nrow(d),
  all(as.numeric(clones_8m$tstop) == clones$tstop))
cat(sprintf(
  "HR: ever/never %.3f, landmark 6 months %.3f, time-varying %.3f, in window %.3f; true 1.000\n",
  ever, landmark, varying, windowed))
stopifnot(ever < 0.8, abs(log(landmark)) < 0.2, abs(log(varying)) < 0.2)

# What the product itself estimates, from its files, to the eighth digit.
said <- read.csv("estimates.csv", encoding = "UTF-8", stringsAsFactors = FALSE)
exact <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100)
compared <- 0
same <- function(ours, theirs, what) {
  compared <<- compared + length(theirs)
  if (length(ours) != length(theirs) || any(abs(ours - theirs) > 1e-8 * pmax(1, abs(theirs))))
    stop(what, ": ", paste(ours, collapse = " "), " but R says ", paste(theirs, collapse = " "))
}
value <- function(e, d, m, method) {
  row <- said[said$endpoint == e & said$design == d & said$measure == m & said$method == method, ]
  stopifnot(nrow(row) == 1)
  row
}
hazard <- function(e, d, method, fit) {
  row <- value(e, d, "hazard_ratio", method)
  se <- sqrt(diag(fit$var))
  same(c(row$value, row$lower, row$upper, row$p),
    unname(c(exp(coef(fit) + c(0, -1, 1) * qnorm(0.975) * se), 2 * pnorm(-abs(coef(fit) / se)))),
    paste(e, d, method))
}
stopifnot(all(said$state[said$design == "ever_never" & said$measure == "hazard_ratio"] == "refused"),
  all(is.na(said$value[said$design == "ever_never" & said$measure == "hazard_ratio"])),
  !any(said$design == "ever_never" & said$measure == "chi_square"))
curves <- function(e, d, s, group) {
  km <- read.csv(paste0("km_", tolower(e), ".csv"), encoding = "UTF-8")
  for (g in 0:1) {
    fit <- survfit(s[group == g] ~ 1, conf.type = "log-log")
    ours <- km[km$design == d & km$group == g, ]
    died <- cumsum(fit$n.event) > 0 & fit$surv > 0
    same(ours$survival, fit$surv, paste(e, d, "survival"))
    same(ours$lower[died], fit$lower[died], paste(e, d, "lower"))
    same(ours$upper[died], fit$upper[died], paste(e, d, "upper"))
    same(ours$n_risk, fit$n.risk, paste(e, d, "at risk"))
  }
}
for (e in c("OS", "BCSS", "PFS", "LRP")) {
  for (m in c(3, 6, 8, 12)) {
    l <- subset(read.csv(paste0("landmark_", m, "m.csv")), PARAMCD == e)
    design <- paste0("landmark_", m, "m")
    hazard(e, design, "unadjusted", coxph(Surv(time_from_lm, event) ~ exposed_by_lm, l, control = exact))
    test <- survdiff(Surv(time_from_lm, event) ~ exposed_by_lm, l)
    row <- value(e, design, "chi_square", "log_rank")
    same(c(row$value, row$p), c(test$chisq, pchisq(test$chisq, 1, lower.tail = FALSE)), design)
    curves(e, design, Surv(l$time_from_lm, l$event), l$exposed_by_lm)
  }
  cp <- subset(read.csv("counting_process.csv"), PARAMCD == e)
  hazard(e, "time_varying", "unadjusted", coxph(Surv(tstart, tstop, event) ~ exposed, cp, control = exact))
  hazard(e, "time_varying_in_window", "unadjusted",
    coxph(Surv(tstart, tstop, event) ~ exposed_in_window, cp, control = exact))
}
hazard("OS", "clones_8m", "unweighted", coxph(Surv(tstart, tstop, event) ~ I(strategy == "surg_by_g"),
  clones, cluster = patient_pid, control = exact))

# The adjusted models, from the cohort's file: factors with the reference that adjusted.csv names,
# complete cases, strata, and the test of proportional hazards of each term and of all.
models <- read.csv("adjusted.csv", encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "",
  colClasses = c(level = "character"))
adjusted <- function(e, d, design, s, exposed) {
  m <- models[models$endpoint == e & models$design == design, ]
  if (nrow(m) == 0) return(invisible())
  d$complete <- TRUE
  terms <- strata <- character(0)
  at <- match(d$patient_pid, raw$patient_pid)
  for (v in unique(m$variable)) {
    x <- raw[[v]][at]
    if (is.character(x)) x[x == ""] <- NA
    stopifnot(all(m$n_miss[m$variable == v] == length(unique(d$patient_pid[is.na(x)]))))
    d$complete <- d$complete & !is.na(x)
    d[[v]] <- x
  }
  dead <- d$complete
  for (v in unique(m$variable)) {
    own <- m[m$variable == v, ]
    for (l in own$level[own$place == "no_event"]) {
      stopifnot(!any(d$event[d$complete & as.character(d[[v]]) == l] == 1))
      dead <- dead & as.character(d[[v]]) != l
    }
    if (own$place[1] == "stratum") strata <- c(strata, v)
    else if (any(own$place == "reference")) {
      used <- own$level[own$place %in% c("reference", "estimated", "none", "collinear")]
      d[[v]] <- factor(d[[v]], levels = c(own$level[own$place == "reference"], setdiff(used, own$level[own$place == "reference"])))
      terms <- c(terms, v)
    } else if (any(own$place %in% c("estimated", "none"))) terms <- c(terms, v)
  }
  use <- dead %in% TRUE
  d$s <- s
  d$exposed <- exposed
  d <- d[use, ]
  for (g in 0:1) {
    mine <- d[d$exposed == g, ]
    row <- said[said$endpoint == e & said$design == design & said$group == g & said$method == "adjusted", ]
    same(row$value[row$measure %in% c("n", "events")],
      c(length(unique(mine$patient_pid)), sum(mine$event)), paste(e, design, "complete cases"))
  }
  parameters <- said$value[said$endpoint == e & said$design == design & said$measure == "parameters"]
  ratio <- value(e, design, "hazard_ratio", "adjusted")
  if (ratio$state == "too_few_events") stopifnot(sum(d$event) < 5 * parameters)
  if (ratio$state != "estimated") return(invisible())
  fit <- coxph(as.formula(paste("s ~ exposed", paste0("+ ", terms, collapse = " "),
    if (length(strata)) paste0("+ strata(", paste(strata, collapse = ", "), ")"))), d, control = exact)
  stopifnot(sum(!is.na(coef(fit))) == parameters, fit$nevent >= 5 * parameters)
  se <- sqrt(diag(fit$var))
  numbers <- function(i) unname(c(exp(coef(fit)[i] + c(0, -1, 1) * qnorm(0.975) * se[i]), 2 * pnorm(-abs(coef(fit)[i] / se[i]))))
  same(unlist(ratio[, c("value", "lower", "upper", "p")]), numbers(1), paste(e, design, "adjusted"))
  if (any(said$endpoint == e & said$design == design & said$method == "unadjusted_complete"))
    hazard(e, design, "unadjusted_complete", coxph(s ~ exposed, d, control = exact))
  for (i in which(m$place == "estimated")) {
    name <- if (is.na(m$level[i])) m$variable[i] else paste0(m$variable[i], m$level[i])
    stopifnot(name %in% names(coef(fit)))
    same(unlist(m[i, c("hazard_ratio", "lower", "upper", "p")]), numbers(match(name, names(coef(fit)))),
      paste(e, design, name))
  }
  for (i in which(m$place == "collinear" & !is.na(m$level)))
    stopifnot(is.na(coef(fit)[paste0(m$variable[i], m$level[i])]))
  zph <- cox.zph(fit)$table
  for (v in terms) {
    row <- m[m$variable == v & !is.na(m$zph_df), ]
    if (nrow(row) == 0) stopifnot(!v %in% rownames(zph)) else same(unlist(row[, c("zph_chi_square", "zph_df", "zph_p")]), unname(zph[v, ]), paste(e, design, "zph", v))
  }
  row <- value(e, design, "zph_chi_square", "adjusted")
  same(c(row$value, row$p), unname(zph["exposed", c("chisq", "p")]), paste(e, design, "zph"))
  row <- value(e, design, "zph_global_chi_square", "adjusted")
  same(c(row$value, row$p), unname(zph["GLOBAL", c("chisq", "p")]), paste(e, design, "zph of all"))
}
for (e in unique(said$endpoint)) {
  for (m in c(3, 6, 8, 12)) {
    l <- subset(read.csv(paste0("landmark_", m, "m.csv")), PARAMCD == e)
    adjusted(e, l, paste0("landmark_", m, "m"), Surv(l$time_from_lm, l$event), l$exposed_by_lm)
  }
  cp <- subset(read.csv("counting_process.csv"), PARAMCD == e)
  adjusted(e, cp, "time_varying", Surv(cp$tstart, cp$tstop, cp$event), cp$exposed)
  adjusted(e, cp, "time_varying_in_window", Surv(cp$tstart, cp$tstop, cp$event), cp$exposed_in_window)
}
stopifnot(sum(said$method == "adjusted" & said$measure == "hazard_ratio" & said$state == "estimated") > 12)

# Cumulative incidence with what competes; unknown causes read in both ways.
for (e in c("BCSS", "LRP")) {
  cif <- read.csv(paste0("cif_", tolower(e), ".csv"), encoding = "UTF-8", stringsAsFactors = FALSE)
  for (design in unique(cif$design)) for (reading in unique(cif$reading[cif$design == design])) {
    l <- subset(read.csv(paste0(design, ".csv")), PARAMCD == e)
    code <- ifelse(l$evnt_code == 9, ifelse(reading == "unknown_as_event", 1, 2), l$evnt_code)
    for (g in 0:1) for (cause in 1:3) {
      ours <- cif[cif$design == design & cif$reading == reading & cif$group == g & cif$cause == cause, ]
      one <- l$exposed_by_lm == g
      fit <- survfit(Surv(l$time_from_lm[one], factor(code[one], levels = 0:3)) ~ 1)
      if (!any(code[one] == cause)) stopifnot(nrow(ours) == 0)
      else {
        same(ours$incidence, fit$pstate[, cause + 1], paste(e, design, reading, cause))
        same(ours$se, fit$std.err[, cause + 1], paste(e, design, reading, cause, "se"))
      }
    }
  }
}

# The tests of the baseline table, each as it is named.
table1 <- read.csv("table1.csv", encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "",
  colClasses = c(level = "character"))
arm <- factor(raw$arm, levels = c("surgical", "non_surgical"))
for (i in which(!is.na(table1$test))) {
  x <- raw[[table1$variable[i]]]
  choices <- any(grepl(";", x, fixed = TRUE)) || grepl("^(met_sites|baseline_imaging)$", table1$variable[i])
  if (choices) x <- ifelse(raw[[paste0(table1$variable[i], "_miss")]] != "", NA, grepl(paste0("(^|;)", table1$level[i], "(;|$)"), x))
  if (is.character(x)) x[x == ""] <- NA
  p <- suppressWarnings(switch(table1$test[i],
    fisher_exact = fisher.test(table(arm, x))$p.value,
    kruskal_wallis = kruskal.test(as.numeric(x), arm)$p.value,
    chisq.test(table(arm, x), correct = FALSE)$p.value))
  same(table1$p[i], p, paste("table 1", table1$variable[i], table1$level[i]))
}

# The propensity score, the weights and the balance, made again from ps_input.csv.
ps <- read.csv("ps_input.csv", encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "")
balance <- read.csv("balance.csv", encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "",
  colClasses = c(level = "character"))
for (m in c(3, 6, 8, 12)) {
  design <- paste0("landmark_", m, "m")
  l <- subset(read.csv(paste0(design, ".csv")), PARAMCD == "OS")
  p <- merge(ps, l, by = "patient_pid")
  stopifnot(nrow(p) == nrow(l), all(p[[paste0("exposed_by_", m, "m")]] == p$exposed_by_lm))
  b <- balance[balance$design == design, ]
  column <- function(i) {
    x <- p[[b$variable[i]]]
    if (is.na(b$level[i])) as.numeric(x)
    else if (b$level[i] == "missing") +is.na(x)
    else +(!is.na(x) & as.character(x) == b$level[i])
  }
  terms <- lapply(seq_len(nrow(b)), column)
  filled <- lapply(terms, function(x) ifelse(is.na(x), mean(x, na.rm = TRUE), x))
  model <- do.call(cbind, filled[b$in_model == 1])
  z <- p$exposed_by_lm
  score <- fitted(glm(z ~ model, binomial, control = list(epsilon = 1e-15, maxit = 100)))
  w <- ifelse(z == 1, mean(z) / score, (1 - mean(z)) / (1 - score))
  cut <- quantile(w, c(0.01, 0.99), type = 7)
  w <- pmin(pmax(w, cut[1]), cut[2])
  hazard("OS", design, "iptw",
    coxph(Surv(time_from_lm, event) ~ z, p, weights = w, cluster = patient_pid, control = exact))
  difference <- function(x, weight) {
    known <- !is.na(x)
    number <- !all(x[known] %in% 0:1)
    one <- known & z == 1
    other <- known & z == 0
    spread <- function(rows) if (number) var(x[rows]) else mean(x[rows]) * (1 - mean(x[rows]))
    (weighted.mean(x[one], weight[one]) - weighted.mean(x[other], weight[other])) /
      sqrt((spread(one) + spread(other)) / 2)
  }
  ours <- !is.na(b$smd_unadj)
  same(b$smd_unadj[ours], sapply(terms[ours], difference, weight = rep(1, nrow(p))), design)
  same(b$smd_adj[ours], sapply(terms[ours], difference, weight = w), design)
  effective <- said[said$endpoint == "OS" & said$design == design & said$measure == "effective_size", ]
  same(effective$value, round(c(sum(w[z == 0])^2 / sum(w[z == 0]^2), sum(w[z == 1])^2 / sum(w[z == 1]^2)), 4), design)
}

# The clones' weights, from ps_input.csv and the days alone: which terms a model can carry, who
# leaves when, and the Cox model of the weighted clones.
d <- merge(d, ps, by = "patient_pid")
column_of <- function(variable, level) {
  x <- d[[variable]]
  if (is.na(level)) as.numeric(x)
  else if (level == "missing") +is.na(x)
  else +(!is.na(x) & as.character(x) == level)
}
carried <- function(exposed) {
  b <- unique(balance[balance$design == "landmark_3m", c("variable", "level")])
  terms <- Map(column_of, b$variable, b$level)
  number <- is.na(b$level)
  size <- sapply(terms, sum, na.rm = TRUE)
  both <- size >= 10 & nrow(d) - size >= 10
  kept <- sapply(seq_len(nrow(b)), function(i) {
    own <- b$variable == b$variable[i]
    if (number[i]) 2 * sum(is.na(terms[[i]])) <= nrow(d)
    else both[i] && (any(number & own) || i != which(own)[which.max(size[own])])
  })
  filled <- lapply(terms[kept], function(x) ifelse(is.na(x), mean(x, na.rm = TRUE), x))
  model <- NULL
  for (x in filled) {
    rest <- if (is.null(model)) x - mean(x) else residuals(lm(x ~ model))
    if (sum(rest^2) > 1e-7 * sum((x - mean(x))^2)) model <- cbind(model, x)
  }
  smaller <- min(sum(exposed), sum(!exposed))
  model[, seq_len(min(ncol(model), smaller %/% 5)), drop = FALSE]
}
logistic <- function(y, x) fitted(glm(y ~ x, binomial, control = list(epsilon = 1e-15, maxit = 100)))
ipcw <- function(months) {
  cuts <- floor(0:months * 30.4375 + 0.5 - 1e-9)
  g <- max(cuts)
  end <- pmax(d$AVAL, 0.5)
  by <- function(day) !is.na(d$surg_day) & d$surg_day <= day & d$surg_day <= d$AVAL
  exposed <- by(g)
  known <- carried(exposed)
  asked <- do.call(rbind, lapply(seq_len(months), function(m)
    cbind(i = which(end > cuts[m] & (m == 1 | !by(cuts[m]))), m = m)))
  happened <- mapply(function(i, m) by(cuts[m + 1])[i], asked[, "i"], asked[, "m"])
  time <- cbind(asked[, "m"] - 1, (asked[, "m"] - 1)^2)
  factor <- matrix(1, nrow(d), months)
  factor[asked] <- (1 - logistic(happened, time)) /
    (1 - logistic(happened, cbind(time, known[asked[, "i"], , drop = FALSE])))
  followed <- end > g
  arrived <- rep(1, nrow(d))
  arrived[followed] <- mean(exposed[followed]) /
    logistic(exposed[followed], known[followed, , drop = FALSE])
  rows <- lapply(seq_len(nrow(d)), function(i) {
    late <- end[i] > g
    with <- cbind(0, min(end[i], g), if (late) 0 else d$event[i], 1, i, 1)
    if (late && exposed[i]) with <- rbind(with, cbind(g, end[i], d$event[i], 1, i, arrived[i]))
    stop <- if (exposed[i]) max(d$surg_day[i], 0.5) else end[i]
    from <- cuts[cuts < stop]
    to <- c(from[-1], stop)
    event <- ifelse(to == stop & !exposed[i], d$event[i], 0)
    rbind(with, cbind(from, to, event, 0, i, cumprod(c(1, factor[i, ]))[seq_along(from)]))
  })
  rows <- as.data.frame(do.call(rbind, rows))
  names(rows) <- c("from", "to", "event", "exposed", "patient", "weight")
  cut <- quantile(rows$weight, c(0.01, 0.99), type = 7)
  rows$weight <- pmin(pmax(rows$weight, cut[1]), cut[2])
  coxph(Surv(from, to, event) ~ exposed, rows, weights = weight, cluster = patient, control = exact)
}
hazard("OS", "clones_8m", "ipcw", ipcw(8))

# The grid: variants that can be made from the files of the base case.
grid <- read.csv("sensitivity.csv", encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "")
variant <- function(choice, to, design, method, fit) {
  row <- grid[grid[[choice]] == to & grid$design == design & grid$method == method, ]
  stopifnot(nrow(row) == 1)
  se <- sqrt(diag(fit$var))
  same(c(row$hazard_ratio, row$lower, row$upper, row$p),
    unname(c(exp(coef(fit) + c(0, -1, 1) * qnorm(0.975) * se), 2 * pnorm(-abs(coef(fit) / se)))),
    paste("grid", choice, to, design, method))
}
for (m in c(3, 12)) {
  l <- subset(read.csv(paste0("landmark_", m, "m.csv")), PARAMCD == "OS")
  variant("landmark", paste0(m, "m"), paste0("landmark_", m, "m"), "unadjusted",
    coxph(Surv(time_from_lm, event) ~ exposed_by_lm, l, control = exact))
}
cp <- merge(subset(read.csv("counting_process.csv"), PARAMCD == "OS"), d[, c("patient_pid", "surg_day")])
for (w in c(91, 183, 365)) {
  cp$counts <- cp$exposed == 1 & cp$surg_day <= w
  variant("window", paste(w, "d"), "time_varying_in_window", "unadjusted",
    coxph(Surv(tstart, tstop, event) ~ counts, cp, control = exact))
}
margin <- raw$patient_pid[raw$margin_group %in% c("none", "R0", "R1_2")]
variant("margin_unknown", "out", "time_varying", "unadjusted",
  coxph(Surv(tstart, tstop, event) ~ exposed, subset(cp, patient_pid %in% margin), control = exact))
stopifnot(grid$members[grid$margin_unknown == "out"] == length(margin))
for (m in c(3, 6, 12)) variant("clones", paste0(m, "m"), paste0("clones_", m, "m"), "ipcw", ipcw(m))
cat(compared, "numbers of the product are those of R\n")
cat("R leg passed\n")
