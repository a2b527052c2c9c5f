# See r-statistics: writes R's data and results into the folder that it is given.
suppressPackageStartupMessages(library(survival))
folder <- commandArgs(TRUE)[1]
put <- function(name, table) write.csv(format(table, digits = 17, trim = TRUE),
  file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
exact <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100, timefix = FALSE)
index <- character(0)
add <- function(kind, name) index <<- c(index, paste(kind, name))

# Curves: survfit with log-log bands, quantiles of the curve, survdiff.
curve <- function(name, start, time, event, group) {
  add("curve", name)
  keep <- !is.na(group) & !is.na(time)
  d <- data.frame(start, time, event = as.integer(event), group)[keep, ]
  d$group <- as.integer(factor(d$group)) - 1
  put(name, d)
  steps <- NULL
  medians <- NULL
  for (g in sort(unique(d$group))) {
    one <- d[d$group == g, ]
    s <- if (all(is.infinite(one$start))) Surv(one$time, one$event) else
      Surv(one$start, one$time, one$event)
    fit <- survfit(s ~ 1, conf.type = "log-log", timefix = FALSE)
    steps <- rbind(steps, data.frame(group = g, time = fit$time, risk = fit$n.risk,
      event = fit$n.event, censored = fit$n.censor, surv = fit$surv,
      se = fit$surv * fit$std.err, lower = fit$lower, upper = fit$upper))
    medians <- rbind(medians, data.frame(group = g, t(unname(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")]))))
  }
  names(medians) <- c("group", "median", "lower", "upper")
  put(paste0(name, "_steps"), steps)
  put(paste0(name, "_medians"), medians)
  if (all(is.infinite(d$start))) {
    test <- survdiff(Surv(time, event) ~ group, d)
    put(paste0(name, "_logrank"), data.frame(chisq = test$chisq,
      p = pchisq(test$chisq, length(test$n) - 1, lower.tail = FALSE), t(test$exp)))
  }
}
never <- function(n) rep(-Inf, n)
curve("lung", never(nrow(lung)), lung$time, lung$status == 2, lung$sex)
curve("veteran", never(nrow(veteran)), veteran$time, veteran$status, veteran$celltype)
curve("gbsg", never(nrow(gbsg)), gbsg$rfstime, gbsg$status, gbsg$hormon)
curve("rotterdam", never(nrow(rotterdam)), rotterdam$dtime, rotterdam$death, rotterdam$chemo)
heart_rows <- data.frame(heart)
curve("heart", heart_rows$start, heart_rows$stop, heart_rows$event, heart_rows$transplant)

# Cox with Efron ties; with weights and clusters the robust variance.
cox <- function(name, start, stop, event, x, weight = NULL, id = NULL) {
  add("cox", name)
  robust <- !is.null(weight)
  d <- data.frame(start, stop, event = as.integer(event),
    weight = if (robust) weight else 1, id = if (is.null(id)) seq_along(stop) else id, x)
  d <- d[complete.cases(d), ]
  put(name, d)
  s <- Surv(d$start, d$stop, d$event)
  m <- as.matrix(d[, -(1:5), drop = FALSE])
  fit <- if (robust) coxph(s ~ m, weights = d$weight, cluster = d$id, control = exact) else
    coxph(s ~ m, control = exact)
  put(paste0(name, "_fit"), data.frame(coef = coef(fit), se = sqrt(diag(fit$var)),
    loglik0 = fit$loglik[1], loglik = fit$loglik[2]))
}
cox("cox_lung", rep(0, nrow(lung)), lung$time, lung$status == 2, lung[, c("age", "sex", "ph.ecog")])
cox("cox_veteran", rep(0, nrow(veteran)), veteran$time, veteran$status, data.frame(
  trt = veteran$trt, karno = veteran$karno, small = +(veteran$celltype == "smallcell"),
  adeno = +(veteran$celltype == "adeno"), age = veteran$age))
cox("cox_gbsg", rep(0, nrow(gbsg)), gbsg$rfstime, gbsg$status, gbsg[, c("age", "nodes", "hormon", "size")])
cox("cox_rotterdam", rep(0, nrow(rotterdam)), rotterdam$dtime, rotterdam$death,
  rotterdam[, c("age", "nodes", "chemo", "hormon")])
# Coarse times: many ties.
cox("cox_ties", rep(0, nrow(rotterdam)), ceiling(rotterdam$dtime / 365.25), rotterdam$death,
  rotterdam[, c("age", "nodes", "chemo")])
# Transplant as a time-varying exposure: the Stanford data, the first lesson in immortal time.
cox("cox_heart", heart$start, heart$stop, heart$event, data.frame(
  transplant = as.integer(heart$transplant) - 1, age = heart$age, year = heart$year))
cox("cox_heart_robust", heart$start, heart$stop, heart$event, data.frame(
  transplant = as.integer(heart$transplant) - 1, age = heart$age),
  weight = 0.5 + heart$year / 4, id = heart$id)
chemo <- glm(chemo ~ age + nodes + meno + size, binomial, rotterdam)
share <- mean(rotterdam$chemo)
ps <- fitted(chemo)
iptw <- with(rotterdam, ifelse(chemo == 1, share / ps, (1 - share) / (1 - ps)))
cox("cox_iptw", rep(0, nrow(rotterdam)), ceiling(rotterdam$dtime / 30), rotterdam$death,
  data.frame(chemo = rotterdam$chemo), weight = iptw, id = rotterdam$pid)

# Baseline hazards of strata, and the test of proportional hazards: each column, then all.
stratified <- function(name, start, stop, event, x, stratum = rep(1, length(stop))) {
  add("stratified", name)
  d <- data.frame(start, stop, event = as.integer(event), stratum = as.integer(factor(stratum)) - 1, x)
  d <- d[complete.cases(d), ]
  put(name, d)
  m <- as.matrix(d[, -(1:4), drop = FALSE])
  s <- if (all(d$start == 0)) Surv(d$stop, d$event) else Surv(d$start, d$stop, d$event)
  strata_of <- d$stratum
  fit <- if (max(strata_of) == 0) coxph(s ~ m, control = exact) else
    coxph(s ~ m + strata(strata_of), control = exact)
  put(paste0(name, "_fit"), data.frame(coef = coef(fit), se = sqrt(diag(fit$var)),
    loglik0 = fit$loglik[1], loglik = fit$loglik[2]))
  put(paste0(name, "_zph"), data.frame(cox.zph(fit, terms = FALSE)$table))
}
levels_of <- function(f) { f <- factor(f); m <- sapply(levels(f)[-1], function(l) +(f == l)); colnames(m) <- make.names(colnames(m)); m }
stratified("zph_lung", rep(0, nrow(lung)), lung$time, lung$status == 2, lung[, c("age", "sex", "ph.ecog", "ph.karno", "wt.loss")])
stratified("zph_lung_inst", rep(0, nrow(lung)), lung$time, lung$status == 2, lung[, c("age", "sex", "ph.ecog")], lung$inst)
stratified("zph_veteran", rep(0, nrow(veteran)), veteran$time, veteran$status,
  cbind(veteran[, c("trt", "karno", "diagtime", "age", "prior")], levels_of(veteran$celltype)))
stratified("zph_veteran_celltype", rep(0, nrow(veteran)), veteran$time, veteran$status,
  veteran[, c("trt", "karno", "diagtime", "age", "prior")], veteran$celltype)
stratified("zph_gbsg", rep(0, nrow(gbsg)), gbsg$rfstime, gbsg$status,
  cbind(gbsg[, c("hormon", "age", "size", "nodes", "pgr", "er")], levels_of(gbsg$grade)), gbsg$meno)
stratified("zph_rotterdam", rep(0, nrow(rotterdam)), rotterdam$dtime, rotterdam$death,
  cbind(rotterdam[, c("chemo", "hormon", "age", "nodes", "pgr")], levels_of(rotterdam$size)), rotterdam$grade)
# Years: many ties, in strata.
stratified("zph_ties", rep(0, nrow(rotterdam)), ceiling(rotterdam$dtime / 365.25), rotterdam$death,
  rotterdam[, c("chemo", "age", "nodes")], paste(rotterdam$meno, rotterdam$grade))
stratified("zph_heart", heart$start, heart$stop, heart$event, data.frame(
  transplant = as.integer(heart$transplant) - 1, age = heart$age, year = heart$year), heart$surgery)

logistic <- function(name, y, x) {
  add("logistic", name)
  d <- data.frame(y = as.integer(y), x)
  d <- d[complete.cases(d), ]
  put(name, d)
  fit <- glm(y ~ ., binomial, d, control = list(epsilon = 1e-15, maxit = 100))
  put(paste0(name, "_fit"), data.frame(coef = coef(fit), se = sqrt(diag(vcov(fit)))))
  put(paste0(name, "_fitted"), data.frame(p = fitted(fit)))
}
logistic("logistic_rotterdam", rotterdam$chemo, data.frame(age = rotterdam$age,
  nodes = rotterdam$nodes, meno = rotterdam$meno, grade = rotterdam$grade, pgr = rotterdam$pgr))
logistic("logistic_lung", lung$status == 2, lung[, c("age", "sex", "ph.karno")])

incidence <- function(name, time, code) {
  add("incidence", name)
  put(name, data.frame(time, code))
  fit <- survfit(Surv(time, factor(code)) ~ 1, timefix = FALSE)
  put(paste0(name, "_steps"), data.frame(time = fit$time, risk = fit$n.risk[, 1],
    p1 = fit$pstate[, 2], p2 = fit$pstate[, 3], se1 = fit$std.err[, 2], se2 = fit$std.err[, 3]))
}
first <- with(rotterdam, ifelse(recur == 1, 1, ifelse(death == 1, 2, 0)))
incidence("incidence_rotterdam", with(rotterdam, pmin(rtime, dtime)), first)
incidence("incidence_mgus2", with(mgus2, ifelse(pstat == 1, ptime, futime)),
  with(mgus2, ifelse(pstat == 1, 1, ifelse(death == 1, 2, 0))))

# Funnel limits: the interpolation of Spiegelhalter (2005) from R's own tails, the upper limit as
# the lower one of the complement.
funnel <- function(name, size, lower, upper) {
  add("funnel", name)
  put(name, data.frame(size, lower, upper))
}
low <- function(p, q, cdf, d) { r <- q(p); r - (cdf(r) - p) / d(r) }
share_limit <- function(n, theta, p) max(0, low(p, function(p) qbinom(p, n, theta),
  function(r) pbinom(r, n, theta), function(r) dbinom(r, n, theta)) / n)
sizes <- data.frame(expand.grid(n = c(1, 5, 14, 60, 400, 20000), theta = c(0.003, 0.1, 0.34, 0.5, 0.72, 0.995),
  probability = c(0.95, 0.998)))
tail <- (1 - sizes$probability) / 2
funnel("funnel_shares", sizes, mapply(share_limit, sizes$n, sizes$theta, tail),
  1 - mapply(share_limit, sizes$n, 1 - sizes$theta, tail))
ratio_limits <- function(e, p) {
  high <- qpois(p, e, lower.tail = FALSE)
  c(max(0, low(p, function(p) qpois(p, e), function(r) ppois(r, e), function(r) dpois(r, e)) / e),
    (high + (ppois(high - 1, e, lower.tail = FALSE) - p) / dpois(high, e)) / e)
}
expected <- data.frame(expand.grid(n = c(0.4, 5, 17.5, 240), theta = 1, probability = c(0.95, 0.998)))
ratios <- mapply(ratio_limits, expected$n, (1 - expected$probability) / 2)
funnel("funnel_ratios", expected, ratios[1, ], ratios[2, ])

# Hormone therapy by year of surgery: phi, its tail and the variance between years.
years <- aggregate(cbind(yes = hormon, n = 1) ~ year, rotterdam, sum)
theta <- sum(years$yes) / sum(years$n)
variance <- theta * (1 - theta) / years$n
z <- (years$yes / years$n - theta) / sqrt(variance)
drawn <- pmin(pmax(z, quantile(z, 0.1)), quantile(z, 0.9))
w <- 1 / variance
add("spread", "spread_rotterdam")
put("spread_rotterdam", data.frame(value = years$yes / years$n, variance, theta,
  phi = mean(drawn^2), p = pchisq(sum(drawn^2), nrow(years) - 1, lower.tail = FALSE),
  between = max(0, sum(drawn^2) - (nrow(years) - 1)) / (sum(w) - sum(w^2) / sum(w))))

# Last digits of columns that have enough of each.
digits <- function(name, first, second) {
  add("digits", name)
  a <- as.vector(table(factor(first %% 10, 0:9)))
  b <- as.vector(table(factor(second %% 10, 0:9)))
  test <- chisq.test(rbind(a, b), correct = FALSE)
  pooled <- (a + b) / sum(a + b)
  put(name, data.frame(a, b, row.names = NULL, statistic = unname(test$statistic), p = test$p.value,
    effect = sqrt(sum((a / sum(a) - pooled)^2 / pooled))))
}
digits("digits_age", gbsg$age, rotterdam$age)
digits("digits_size", gbsg$size, round(as.numeric(cancer$wt.loss[!is.na(cancer$wt.loss) & cancer$wt.loss >= 0])))
several <- c(0.01, 0.8, 0.0004, 0.03, 0.03, 0.2, 0.9999)
add("holm", "holm")
put("holm", data.frame(p = several, adjusted = p.adjust(several, "holm")))
writeLines(index, file.path(folder, "index.txt"))
cat(length(index), "cases from R", as.character(getRversion()), "survival",
  as.character(packageVersion("survival")), "\n")
