# Reads the cohort in base R: cohort (one row a patient), adtte (one row a
# patient and endpoint) and each design's file under its own name. Factor levels
# are the codes; each column has the attribute "label" (zh / en), each factor
# "labels_zh" and "labels_en".
# Run it in its own folder, or set the folder before: denovo_dir <- "path"
if (!exists("denovo_dir")) denovo_dir <- "."

denovo_read <- function(file, rows, classes) {
  data <- read.csv(file.path(denovo_dir, file), colClasses = classes, na.strings = "",
                   encoding = "UTF-8", check.names = FALSE)
  if (!identical(names(data), names(classes)))
    stop(file, ": the columns are not those that were written")
  if (nrow(data) != rows)
    stop(file, ": ", nrow(data), " rows, but ", rows, " were written")
  data
}
denovo_label <- function(column, zh, en) {
  attr(column, "label") <- paste(zh, en, sep = " / ")
  column
}
denovo_factor <- function(column, codes, zh, en) {
  unknown <- setdiff(unique(column[!is.na(column)]), codes)
  if (length(unknown) > 0) stop("not a code: ", paste(unknown, collapse = ", "))
  column <- factor(column, levels = codes)
  attr(column, "labels_zh") <- zh
  attr(column, "labels_en") <- en
  column
}
denovo_date <- function(column) {
  column <- ifelse(nchar(column) == 4, paste0(column, "-07-01"), column)
  as.Date(ifelse(nchar(column) == 7, paste0(column, "-15"), column))
}

cohort <- denovo_read("cohort.csv", 6, c(
  patient_pid = "character",
  center_pid = "character",
  t0_rule = "character",
  cohort = "character",
  cohort_version = "character",
  de_novo_rule = "character",
  subtype_rule = "character",
  oligo_rule = "character",
  arm = "character",
  exposure_ever = "character",
  surg_day = "integer",
  surg_day_miss = "character",
  systemic_day = "integer",
  systemic_day_miss = "character",
  fu_day = "integer",
  death = "character",
  death_cause3 = "character",
  sex = "character",
  sex_miss = "character",
  age_at_dx = "integer",
  age_at_dx_miss = "character",
  tumor_size_mm = "numeric",
  tumor_size_mm_min = "numeric",
  tumor_size_mm_max = "numeric",
  tumor_size_mm_miss = "character",
  er_status = "character",
  er_status_miss = "character",
  her2_ratio = "numeric",
  her2_ratio_miss = "character",
  met_sites = "character",
  met_sites_miss = "character",
  met_bone = "character",
  met_bone_miss = "character",
  n_met_organs = "integer",
  n_met_organs_miss = "character",
  dx_day = "integer",
  date_dx_precision = "character",
  date_dx_miss = "character",
  surgery_type = "character",
  surgery_type_miss = "character",
  primary_surgery_day = "integer",
  date_primary_surgery_precision = "character",
  date_primary_surgery_miss = "character",
  margin_status = "character",
  margin_status_miss = "character",
  primary_surgery_done = "character",
  primary_surgery_done_miss = "character"))
cohort$patient_pid <- denovo_label(cohort$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
cohort$center_pid <- denovo_label(cohort$center_pid, "\u4e2d\u5fc3\u5047\u540d", "Centre pseudonym")
cohort$t0_rule <- denovo_label(cohort$t0_rule, "\u65f6\u95f4\u96f6\u70b9", "Time zero")
cohort$cohort <- denovo_label(cohort$cohort, "\u961f\u5217", "Cohort")
cohort$cohort_version <- denovo_label(cohort$cohort_version, "\u961f\u5217\u7248\u672c", "Version of the cohort")
cohort$de_novo_rule <- denovo_label(cohort$de_novo_rule, "\u65b0\u53d1\u89c4\u5219", "De novo rule")
cohort$subtype_rule <- denovo_label(cohort$subtype_rule, "\u5206\u578b\u89c4\u5219", "Subtype rule")
cohort$oligo_rule <- denovo_label(cohort$oligo_rule, "\u5be1\u8f6c\u79fb\u89c4\u5219", "Oligometastatic rule")
cohort$arm <- denovo_factor(cohort$arm, c("surgical", "non_surgical"),
  c("\u624b\u672f", "\u975e\u624b\u672f"),
  c("Surgery", "No surgery"))
cohort$arm <- denovo_label(cohort$arm, "\u7ec4\u522b", "Arm")
cohort$exposure_ever <- denovo_factor(cohort$exposure_ever, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
cohort$exposure_ever <- denovo_label(cohort$exposure_ever, "\u66fe\u5426\u539f\u53d1\u7076\u624b\u672f\uff08\u542b\u6c38\u751f\u65f6\u95f4\uff0c\u4e0d\u5f97\u7528\u4e8e\u8ba1\u7b97\u98ce\u9669\u6bd4\uff09", "Ever surgery of the primary (immortal time: not for hazard ratios)")
cohort$surg_day <- denovo_label(cohort$surg_day, "\u539f\u53d1\u7076\u624b\u672f\u65e5\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09", "Day of surgery of the primary")
cohort$surg_day_miss <- denovo_factor(cohort$surg_day_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$surg_day_miss <- denovo_label(cohort$surg_day_miss, "\u539f\u53d1\u7076\u624b\u672f\u65e5\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09\uff1a\u7f3a\u5931\u539f\u56e0", "Day of surgery of the primary: why missing")
cohort$systemic_day <- denovo_label(cohort$systemic_day, "\u5168\u8eab\u6cbb\u7597\u5f00\u59cb\u65e5\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09", "Day of start of systemic therapy")
cohort$systemic_day_miss <- denovo_factor(cohort$systemic_day_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$systemic_day_miss <- denovo_label(cohort$systemic_day_miss, "\u5168\u8eab\u6cbb\u7597\u5f00\u59cb\u65e5\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09\uff1a\u7f3a\u5931\u539f\u56e0", "Day of start of systemic therapy: why missing")
cohort$fu_day <- denovo_label(cohort$fu_day, "\u603b\u751f\u5b58\u968f\u8bbf\u5929\u6570", "Days of follow-up for OS")
cohort$death <- denovo_factor(cohort$death, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
cohort$death <- denovo_label(cohort$death, "\u6b7b\u4ea1", "Death")
cohort$death_cause3 <- denovo_factor(cohort$death_cause3, c("breast_cancer", "other", "unknown"),
  c("\u4e73\u817a\u764c", "\u5176\u4ed6", "\u4e0d\u8be6"),
  c("Breast cancer", "Other", "Unknown"))
cohort$death_cause3 <- denovo_label(cohort$death_cause3, "\u6b7b\u56e0\uff08\u4e09\u7c7b\uff09", "Cause of death, three classes")
cohort$sex <- denovo_factor(cohort$sex, c("female", "male"),
  c("\u5973", "\u7537"),
  c("Female", "Male"))
cohort$sex <- denovo_label(cohort$sex, "\u6027\u522b", "Sex")
cohort$sex_miss <- denovo_factor(cohort$sex_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$sex_miss <- denovo_label(cohort$sex_miss, "\u6027\u522b\uff1a\u7f3a\u5931\u539f\u56e0", "Sex: why missing")
cohort$age_at_dx <- denovo_label(cohort$age_at_dx, "\u786e\u8bca\u5e74\u9f84", "Age at diagnosis")
cohort$age_at_dx_miss <- denovo_factor(cohort$age_at_dx_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$age_at_dx_miss <- denovo_label(cohort$age_at_dx_miss, "\u786e\u8bca\u5e74\u9f84\uff1a\u7f3a\u5931\u539f\u56e0", "Age at diagnosis: why missing")
cohort$tumor_size_mm <- denovo_label(cohort$tumor_size_mm, "\u80bf\u7624\u5927\u5c0f", "Tumour size")
cohort$tumor_size_mm_min <- denovo_label(cohort$tumor_size_mm_min, "\u80bf\u7624\u5927\u5c0f\uff1a\u4e0b\u9650", "Tumour size: least")
cohort$tumor_size_mm_max <- denovo_label(cohort$tumor_size_mm_max, "\u80bf\u7624\u5927\u5c0f\uff1a\u4e0a\u9650", "Tumour size: most")
cohort$tumor_size_mm_miss <- denovo_factor(cohort$tumor_size_mm_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$tumor_size_mm_miss <- denovo_label(cohort$tumor_size_mm_miss, "\u80bf\u7624\u5927\u5c0f\uff1a\u7f3a\u5931\u539f\u56e0", "Tumour size: why missing")
cohort$er_status <- denovo_factor(cohort$er_status, c("pos", "neg"),
  c("\u9633\u6027", "\u9634\u6027"),
  c("Positive", "Negative"))
cohort$er_status <- denovo_label(cohort$er_status, "ER\u72b6\u6001", "ER status")
cohort$er_status_miss <- denovo_factor(cohort$er_status_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$er_status_miss <- denovo_label(cohort$er_status_miss, "ER\u72b6\u6001\uff1a\u7f3a\u5931\u539f\u56e0", "ER status: why missing")
cohort$her2_ratio <- denovo_label(cohort$her2_ratio, "HER2/CEP17\u6bd4\u503c", "HER2/CEP17 ratio")
cohort$her2_ratio_miss <- denovo_factor(cohort$her2_ratio_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$her2_ratio_miss <- denovo_label(cohort$her2_ratio_miss, "HER2/CEP17\u6bd4\u503c\uff1a\u7f3a\u5931\u539f\u56e0", "HER2/CEP17 ratio: why missing")
cohort$met_sites <- denovo_label(cohort$met_sites, "\u8f6c\u79fb\u90e8\u4f4d", "Metastatic sites")
cohort$met_sites_miss <- denovo_factor(cohort$met_sites_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$met_sites_miss <- denovo_label(cohort$met_sites_miss, "\u8f6c\u79fb\u90e8\u4f4d\uff1a\u7f3a\u5931\u539f\u56e0", "Metastatic sites: why missing")
cohort$met_bone <- denovo_factor(cohort$met_bone, c("yes", "no"),
  c("\u662f", "\u5426"),
  c("Yes", "No"))
cohort$met_bone <- denovo_label(cohort$met_bone, "\u9aa8\u8f6c\u79fb", "Bone metastasis")
cohort$met_bone_miss <- denovo_factor(cohort$met_bone_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$met_bone_miss <- denovo_label(cohort$met_bone_miss, "\u9aa8\u8f6c\u79fb\uff1a\u7f3a\u5931\u539f\u56e0", "Bone metastasis: why missing")
cohort$n_met_organs <- denovo_label(cohort$n_met_organs, "\u8f6c\u79fb\u5668\u5b98\u6570", "Number of organs")
cohort$n_met_organs_miss <- denovo_factor(cohort$n_met_organs_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$n_met_organs_miss <- denovo_label(cohort$n_met_organs_miss, "\u8f6c\u79fb\u5668\u5b98\u6570\uff1a\u7f3a\u5931\u539f\u56e0", "Number of organs: why missing")
cohort$dx_day <- denovo_label(cohort$dx_day, "\u786e\u8bca\u65e5\u671f\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09", "Date of diagnosis, days from time zero")
cohort$date_dx_precision <- denovo_factor(cohort$date_dx_precision, c("day", "month", "year"),
  c("\u65e5", "\u6708", "\u5e74"),
  c("Day", "Month", "Year"))
cohort$date_dx_precision <- denovo_label(cohort$date_dx_precision, "\u786e\u8bca\u65e5\u671f\uff1a\u7cbe\u5ea6", "Date of diagnosis: precision")
cohort$date_dx_miss <- denovo_factor(cohort$date_dx_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$date_dx_miss <- denovo_label(cohort$date_dx_miss, "\u786e\u8bca\u65e5\u671f\uff1a\u7f3a\u5931\u539f\u56e0", "Date of diagnosis: why missing")
cohort$surgery_type <- denovo_factor(cohort$surgery_type, c("none", "biopsy_only", "local_excision", "bcs", "bcs_oncoplastic", "simple_mastectomy", "skin_or_nipple_sparing", "modified_radical", "radical", "mastectomy_nos", "surgery_nos"),
  c("\u672a\u624b\u672f", "\u4ec5\u6d3b\u68c0", "\u80bf\u7269\u5207\u9664\uff08\u76ee\u7684\u4e0d\u660e\uff09", "\u4fdd\u4e73\u624b\u672f", "\u4fdd\u4e73\u6574\u5f62\u624b\u672f", "\u5355\u7eaf\u4e73\u623f\u5207\u9664\u672f", "\u4fdd\u7559\u76ae\u80a4\u6216\u4e73\u5934\u7684\u4e73\u623f\u5207\u9664\u672f", "\u6539\u826f\u6839\u6cbb\u672f", "\u6839\u6cbb\u672f", "\u4e73\u623f\u5207\u9664\u672f\uff08\u672a\u8bf4\u660e\uff09", "\u624b\u672f\uff08\u672f\u5f0f\u4e0d\u8be6\uff09"),
  c("None", "Biopsy only", "Local excision, intent unclear", "Breast-conserving surgery", "Oncoplastic breast-conserving surgery", "Simple mastectomy", "Skin- or nipple-sparing mastectomy", "Modified radical mastectomy", "Radical mastectomy", "Mastectomy, NOS", "Surgery, NOS"))
cohort$surgery_type <- denovo_label(cohort$surgery_type, "\u539f\u53d1\u7076\u672f\u5f0f", "Surgery of the primary")
cohort$surgery_type_miss <- denovo_factor(cohort$surgery_type_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$surgery_type_miss <- denovo_label(cohort$surgery_type_miss, "\u539f\u53d1\u7076\u672f\u5f0f\uff1a\u7f3a\u5931\u539f\u56e0", "Surgery of the primary: why missing")
cohort$primary_surgery_day <- denovo_label(cohort$primary_surgery_day, "\u539f\u53d1\u7076\u624b\u672f\u65e5\u671f\uff08\u8ddd\u65f6\u95f4\u96f6\u70b9\u5929\u6570\uff09", "Date of surgery of the primary, days from time zero")
cohort$date_primary_surgery_precision <- denovo_factor(cohort$date_primary_surgery_precision, c("day", "month", "year"),
  c("\u65e5", "\u6708", "\u5e74"),
  c("Day", "Month", "Year"))
cohort$date_primary_surgery_precision <- denovo_label(cohort$date_primary_surgery_precision, "\u539f\u53d1\u7076\u624b\u672f\u65e5\u671f\uff1a\u7cbe\u5ea6", "Date of surgery of the primary: precision")
cohort$date_primary_surgery_miss <- denovo_factor(cohort$date_primary_surgery_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$date_primary_surgery_miss <- denovo_label(cohort$date_primary_surgery_miss, "\u539f\u53d1\u7076\u624b\u672f\u65e5\u671f\uff1a\u7f3a\u5931\u539f\u56e0", "Date of surgery of the primary: why missing")
cohort$margin_status <- denovo_factor(cohort$margin_status, c("negative", "close", "positive_micro", "positive_macro", "positive_nos", "not_evaluable"),
  c("\u9634\u6027", "\u8fd1\u5207\u7f18", "\u955c\u4e0b\u9633\u6027", "\u8089\u773c\u6b8b\u7559", "\u9633\u6027\uff08\u672a\u8bf4\u660e\uff09", "\u65e0\u6cd5\u8bc4\u4f30"),
  c("Negative", "Close", "Positive, microscopic", "Positive, macroscopic", "Positive, NOS", "Not evaluable"))
cohort$margin_status <- denovo_label(cohort$margin_status, "\u5207\u7f18", "Margin status")
cohort$margin_status_miss <- denovo_factor(cohort$margin_status_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$margin_status_miss <- denovo_label(cohort$margin_status_miss, "\u5207\u7f18\uff1a\u7f3a\u5931\u539f\u56e0", "Margin status: why missing")
cohort$primary_surgery_done <- denovo_factor(cohort$primary_surgery_done, c("yes", "no"),
  c("\u662f", "\u5426"),
  c("Yes", "No"))
cohort$primary_surgery_done <- denovo_label(cohort$primary_surgery_done, "\u539f\u53d1\u7076\u624b\u672f", "Surgery of the primary")
cohort$primary_surgery_done_miss <- denovo_factor(cohort$primary_surgery_done_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
cohort$primary_surgery_done_miss <- denovo_label(cohort$primary_surgery_done_miss, "\u539f\u53d1\u7076\u624b\u672f\uff1a\u7f3a\u5931\u539f\u56e0", "Surgery of the primary: why missing")

adtte <- denovo_read("adtte.csv", 11, c(
  patient_pid = "character",
  PARAMCD = "character",
  PARAM = "character",
  STARTDT_day = "integer",
  ADT_day = "integer",
  AVAL = "integer",
  AVAL_mo = "numeric",
  CNSR = "integer",
  event = "integer",
  evnt_code = "character",
  EVNTDESC = "character",
  SRCDOM = "character",
  SRCVAR = "character"))
adtte$patient_pid <- denovo_label(adtte$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
adtte$PARAMCD <- denovo_factor(adtte$PARAMCD, c("OS", "BCSS", "PFS", "LRP", "LRFS", "MPFS"),
  c("\u603b\u751f\u5b58", "\u4e73\u817a\u764c\u7279\u5f02\u751f\u5b58", "\u65e0\u8fdb\u5c55\u751f\u5b58", "\u5c40\u90e8\u533a\u57df\u8fdb\u5c55", "\u65e0\u5c40\u90e8\u590d\u53d1\u751f\u5b58", "\u8f6c\u79fb\u7076\u65e0\u8fdb\u5c55\u751f\u5b58"),
  c("Overall survival", "Breast cancer-specific survival", "Progression-free survival", "Locoregional progression", "Survival free of locoregional progression", "Metastatic progression-free survival"))
adtte$PARAMCD <- denovo_label(adtte$PARAMCD, "\u7ec8\u70b9\u4ee3\u7801", "Endpoint code")
adtte$PARAM <- denovo_label(adtte$PARAM, "\u7ec8\u70b9", "Endpoint")
adtte$STARTDT_day <- denovo_label(adtte$STARTDT_day, "\u8d77\u59cb\u65e5", "Day of start")
adtte$ADT_day <- denovo_label(adtte$ADT_day, "\u4e8b\u4ef6\u6216\u5220\u5931\u65e5", "Day of event or censoring")
adtte$AVAL <- denovo_label(adtte$AVAL, "\u65f6\u95f4\uff08\u5929\uff09", "Time in days")
adtte$AVAL_mo <- denovo_label(adtte$AVAL_mo, "\u65f6\u95f4\uff08\u6708\uff09", "Time in months")
adtte$CNSR <- denovo_label(adtte$CNSR, "\u5220\u5931\uff080 = \u4e8b\u4ef6\uff09", "Censored (0 = event)")
adtte$event <- denovo_label(adtte$event, "\u4e8b\u4ef6\uff081 = \u4e8b\u4ef6\uff09", "Event (1 = event)")
adtte$evnt_code <- denovo_factor(adtte$evnt_code, c("0", "1", "2", "3", "9"),
  c("\u5220\u5931", "\u7ec8\u70b9\u4e8b\u4ef6", "\u7ade\u4e89\u6027\u6b7b\u4ea1", "\u5176\u4ed6\u7ade\u4e89\u4e8b\u4ef6", "\u6b7b\u4ea1\uff0c\u6b7b\u56e0\u4e0d\u8be6"),
  c("Censored", "Event of interest", "Competing death", "Other competing event", "Death of unknown cause"))
adtte$evnt_code <- denovo_label(adtte$evnt_code, "\u4e8b\u4ef6\u4ee3\u7801", "Event code")
adtte$EVNTDESC <- denovo_label(adtte$EVNTDESC, "\u4e8b\u4ef6\u63cf\u8ff0", "What happened")
adtte$SRCDOM <- denovo_label(adtte$SRCDOM, "\u6765\u6e90\u8868\u5355", "Forms that gave the end")
adtte$SRCVAR <- denovo_label(adtte$SRCVAR, "\u6765\u6e90\u53d8\u91cf", "Variables that gave the end")

landmark_6m <- denovo_read("landmark_6m.csv", 10, c(
  patient_pid = "character",
  PARAMCD = "character",
  lm_day = "integer",
  exposed_by_lm = "character",
  time_from_lm = "integer",
  event = "integer",
  evnt_code = "character"))
landmark_6m$patient_pid <- denovo_label(landmark_6m$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
landmark_6m$PARAMCD <- denovo_factor(landmark_6m$PARAMCD, c("OS", "BCSS", "PFS", "LRP", "LRFS", "MPFS"),
  c("\u603b\u751f\u5b58", "\u4e73\u817a\u764c\u7279\u5f02\u751f\u5b58", "\u65e0\u8fdb\u5c55\u751f\u5b58", "\u5c40\u90e8\u533a\u57df\u8fdb\u5c55", "\u65e0\u5c40\u90e8\u590d\u53d1\u751f\u5b58", "\u8f6c\u79fb\u7076\u65e0\u8fdb\u5c55\u751f\u5b58"),
  c("Overall survival", "Breast cancer-specific survival", "Progression-free survival", "Locoregional progression", "Survival free of locoregional progression", "Metastatic progression-free survival"))
landmark_6m$PARAMCD <- denovo_label(landmark_6m$PARAMCD, "\u7ec8\u70b9\u4ee3\u7801", "Endpoint code")
landmark_6m$lm_day <- denovo_label(landmark_6m$lm_day, "\u754c\u6807\u65e5", "Day of the landmark")
landmark_6m$exposed_by_lm <- denovo_factor(landmark_6m$exposed_by_lm, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
landmark_6m$exposed_by_lm <- denovo_label(landmark_6m$exposed_by_lm, "\u754c\u6807\u65e5\u53ca\u4e4b\u524d\u5df2\u884c\u539f\u53d1\u7076\u624b\u672f", "With surgery of the primary by the landmark")
landmark_6m$time_from_lm <- denovo_label(landmark_6m$time_from_lm, "\u81ea\u754c\u6807\u8d77\u7684\u5929\u6570", "Days from the landmark")
landmark_6m$event <- denovo_label(landmark_6m$event, "\u4e8b\u4ef6\uff081 = \u4e8b\u4ef6\uff09", "Event (1 = event)")
landmark_6m$evnt_code <- denovo_factor(landmark_6m$evnt_code, c("0", "1", "2", "3", "9"),
  c("\u5220\u5931", "\u7ec8\u70b9\u4e8b\u4ef6", "\u7ade\u4e89\u6027\u6b7b\u4ea1", "\u5176\u4ed6\u7ade\u4e89\u4e8b\u4ef6", "\u6b7b\u4ea1\uff0c\u6b7b\u56e0\u4e0d\u8be6"),
  c("Censored", "Event of interest", "Competing death", "Other competing event", "Death of unknown cause"))
landmark_6m$evnt_code <- denovo_label(landmark_6m$evnt_code, "\u4e8b\u4ef6\u4ee3\u7801", "Event code")

counting_process <- denovo_read("counting_process.csv", 27, c(
  patient_pid = "character",
  PARAMCD = "character",
  tstart = "numeric",
  tstop = "numeric",
  event = "integer",
  evnt_code = "character",
  exposed = "character",
  exposed_in_window = "character"))
counting_process$patient_pid <- denovo_label(counting_process$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
counting_process$PARAMCD <- denovo_factor(counting_process$PARAMCD, c("OS", "BCSS", "PFS", "LRP", "LRFS", "MPFS"),
  c("\u603b\u751f\u5b58", "\u4e73\u817a\u764c\u7279\u5f02\u751f\u5b58", "\u65e0\u8fdb\u5c55\u751f\u5b58", "\u5c40\u90e8\u533a\u57df\u8fdb\u5c55", "\u65e0\u5c40\u90e8\u590d\u53d1\u751f\u5b58", "\u8f6c\u79fb\u7076\u65e0\u8fdb\u5c55\u751f\u5b58"),
  c("Overall survival", "Breast cancer-specific survival", "Progression-free survival", "Locoregional progression", "Survival free of locoregional progression", "Metastatic progression-free survival"))
counting_process$PARAMCD <- denovo_label(counting_process$PARAMCD, "\u7ec8\u70b9\u4ee3\u7801", "Endpoint code")
counting_process$tstart <- denovo_label(counting_process$tstart, "\u533a\u95f4\u5f00\u59cb\uff08\u4e0d\u542b\uff09", "Start of the interval, not in it")
counting_process$tstop <- denovo_label(counting_process$tstop, "\u533a\u95f4\u7ed3\u675f\uff08\u542b\uff09", "End of the interval, in it")
counting_process$event <- denovo_label(counting_process$event, "\u4e8b\u4ef6\uff081 = \u4e8b\u4ef6\uff09", "Event (1 = event)")
counting_process$evnt_code <- denovo_factor(counting_process$evnt_code, c("0", "1", "2", "3", "9"),
  c("\u5220\u5931", "\u7ec8\u70b9\u4e8b\u4ef6", "\u7ade\u4e89\u6027\u6b7b\u4ea1", "\u5176\u4ed6\u7ade\u4e89\u4e8b\u4ef6", "\u6b7b\u4ea1\uff0c\u6b7b\u56e0\u4e0d\u8be6"),
  c("Censored", "Event of interest", "Competing death", "Other competing event", "Death of unknown cause"))
counting_process$evnt_code <- denovo_label(counting_process$evnt_code, "\u4e8b\u4ef6\u4ee3\u7801", "Event code")
counting_process$exposed <- denovo_factor(counting_process$exposed, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
counting_process$exposed <- denovo_label(counting_process$exposed, "\u5df2\u884c\u539f\u53d1\u7076\u624b\u672f", "With surgery of the primary")
counting_process$exposed_in_window <- denovo_factor(counting_process$exposed_in_window, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
counting_process$exposed_in_window <- denovo_label(counting_process$exposed_in_window, "\u65f6\u95f4\u7a97\uff08243\u5929\uff09\u5185\u5df2\u884c\u539f\u53d1\u7076\u624b\u672f\uff1b\u7a97\u540e\u5f00\u59cb\u7684\u4e0d\u7b97", "With surgery of the primary within the window of 243 days; what begins later does not count")

clones_8m <- denovo_read("clones_8m.csv", 75, c(
  patient_pid = "character",
  clone_id = "character",
  strategy = "character",
  tstart = "numeric",
  tstop = "numeric",
  event = "integer",
  evnt_code = "character",
  exposed = "character",
  art_censored = "character",
  art_censor_day = "integer",
  nat_censored = "character"))
clones_8m$patient_pid <- denovo_label(clones_8m$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
clones_8m$clone_id <- denovo_label(clones_8m$clone_id, "\u514b\u9686\u6807\u8bc6", "Clone")
clones_8m$strategy <- denovo_factor(clones_8m$strategy, c("surg_by_g", "no_surg_by_g"),
  c("\u671f\u9650\u5185\u884c\u539f\u53d1\u7076\u624b\u672f", "\u671f\u9650\u5185\u4e0d\u884c\u539f\u53d1\u7076\u624b\u672f"),
  c("With surgery of the primary in the period", "Without surgery of the primary in the period"))
clones_8m$strategy <- denovo_label(clones_8m$strategy, "\u7b56\u7565", "Strategy")
clones_8m$tstart <- denovo_label(clones_8m$tstart, "\u533a\u95f4\u5f00\u59cb\uff08\u4e0d\u542b\uff09", "Start of the interval, not in it")
clones_8m$tstop <- denovo_label(clones_8m$tstop, "\u533a\u95f4\u7ed3\u675f\uff08\u542b\uff09", "End of the interval, in it")
clones_8m$event <- denovo_label(clones_8m$event, "\u4e8b\u4ef6\uff081 = \u4e8b\u4ef6\uff09", "Event (1 = event)")
clones_8m$evnt_code <- denovo_factor(clones_8m$evnt_code, c("0", "1", "2", "3", "9"),
  c("\u5220\u5931", "\u7ec8\u70b9\u4e8b\u4ef6", "\u7ade\u4e89\u6027\u6b7b\u4ea1", "\u5176\u4ed6\u7ade\u4e89\u4e8b\u4ef6", "\u6b7b\u4ea1\uff0c\u6b7b\u56e0\u4e0d\u8be6"),
  c("Censored", "Event of interest", "Competing death", "Other competing event", "Death of unknown cause"))
clones_8m$evnt_code <- denovo_label(clones_8m$evnt_code, "\u4e8b\u4ef6\u4ee3\u7801", "Event code")
clones_8m$exposed <- denovo_factor(clones_8m$exposed, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
clones_8m$exposed <- denovo_label(clones_8m$exposed, "\u5df2\u884c\u539f\u53d1\u7076\u624b\u672f", "With surgery of the primary")
clones_8m$art_censored <- denovo_factor(clones_8m$art_censored, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
clones_8m$art_censored <- denovo_label(clones_8m$art_censored, "\u56e0\u504f\u79bb\u7b56\u7565\u800c\u5220\u5931", "Censored on leaving the strategy")
clones_8m$art_censor_day <- denovo_label(clones_8m$art_censor_day, "\u504f\u79bb\u7b56\u7565\u4e4b\u65e5", "Day of leaving the strategy")
clones_8m$nat_censored <- denovo_factor(clones_8m$nat_censored, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
clones_8m$nat_censored <- denovo_label(clones_8m$nat_censored, "\u968f\u8bbf\u7ed3\u675f\u800c\u5220\u5931", "Censored at the end of follow-up")

ps_input <- denovo_read("ps_input.csv", 6, c(
  patient_pid = "character",
  center_pid = "character",
  exposed_by_6m = "character",
  age_at_dx = "integer",
  age_at_dx_miss = "character",
  n_met_organs = "integer",
  n_met_organs_miss = "character",
  met_bone = "character",
  met_bone_miss = "character",
  tumor_size_mm = "numeric",
  tumor_size_mm_min = "numeric",
  tumor_size_mm_max = "numeric",
  tumor_size_mm_miss = "character",
  sex = "character",
  sex_miss = "character"))
ps_input$patient_pid <- denovo_label(ps_input$patient_pid, "\u60a3\u8005\u5047\u540d", "Patient pseudonym")
ps_input$center_pid <- denovo_label(ps_input$center_pid, "\u4e2d\u5fc3\u5047\u540d", "Centre pseudonym")
ps_input$exposed_by_6m <- denovo_factor(ps_input$exposed_by_6m, c("0", "1"),
  c("\u5426", "\u662f"),
  c("No", "Yes"))
ps_input$exposed_by_6m <- denovo_label(ps_input$exposed_by_6m, "6\u4e2a\u6708\uff08183\u5929\uff09\u754c\u6807\u524d\u5df2\u884c\u539f\u53d1\u7076\u624b\u672f\uff1b\u7a7a\u4e3a\u754c\u6807\u65f6\u5df2\u4e0d\u5728\u968f\u8bbf\u6216\u65e5\u671f\u4e0d\u8be6", "With surgery of the primary by 6 months (183 days); empty if no longer followed then, or not known")
ps_input$age_at_dx <- denovo_label(ps_input$age_at_dx, "\u786e\u8bca\u5e74\u9f84", "Age at diagnosis")
ps_input$age_at_dx_miss <- denovo_factor(ps_input$age_at_dx_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
ps_input$age_at_dx_miss <- denovo_label(ps_input$age_at_dx_miss, "\u786e\u8bca\u5e74\u9f84\uff1a\u7f3a\u5931\u539f\u56e0", "Age at diagnosis: why missing")
ps_input$n_met_organs <- denovo_label(ps_input$n_met_organs, "\u8f6c\u79fb\u5668\u5b98\u6570", "Number of organs")
ps_input$n_met_organs_miss <- denovo_factor(ps_input$n_met_organs_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
ps_input$n_met_organs_miss <- denovo_label(ps_input$n_met_organs_miss, "\u8f6c\u79fb\u5668\u5b98\u6570\uff1a\u7f3a\u5931\u539f\u56e0", "Number of organs: why missing")
ps_input$met_bone <- denovo_factor(ps_input$met_bone, c("yes", "no"),
  c("\u662f", "\u5426"),
  c("Yes", "No"))
ps_input$met_bone <- denovo_label(ps_input$met_bone, "\u9aa8\u8f6c\u79fb", "Bone metastasis")
ps_input$met_bone_miss <- denovo_factor(ps_input$met_bone_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
ps_input$met_bone_miss <- denovo_label(ps_input$met_bone_miss, "\u9aa8\u8f6c\u79fb\uff1a\u7f3a\u5931\u539f\u56e0", "Bone metastasis: why missing")
ps_input$tumor_size_mm <- denovo_label(ps_input$tumor_size_mm, "\u80bf\u7624\u5927\u5c0f", "Tumour size")
ps_input$tumor_size_mm_min <- denovo_label(ps_input$tumor_size_mm_min, "\u80bf\u7624\u5927\u5c0f\uff1a\u4e0b\u9650", "Tumour size: least")
ps_input$tumor_size_mm_max <- denovo_label(ps_input$tumor_size_mm_max, "\u80bf\u7624\u5927\u5c0f\uff1a\u4e0a\u9650", "Tumour size: most")
ps_input$tumor_size_mm_miss <- denovo_factor(ps_input$tumor_size_mm_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
ps_input$tumor_size_mm_miss <- denovo_label(ps_input$tumor_size_mm_miss, "\u80bf\u7624\u5927\u5c0f\uff1a\u7f3a\u5931\u539f\u56e0", "Tumour size: why missing")
ps_input$sex <- denovo_factor(ps_input$sex, c("female", "male"),
  c("\u5973", "\u7537"),
  c("Female", "Male"))
ps_input$sex <- denovo_label(ps_input$sex, "\u6027\u522b", "Sex")
ps_input$sex_miss <- denovo_factor(ps_input$sex_miss, c("blank", "unknown", "not_done", "pending", "not_applicable", "not_collected", "unreadable"),
  c("\u7a7a\u767d", "\u4e0d\u8be6", "\u672a\u505a", "\u5f85\u5b9a", "\u4e0d\u9002\u7528", "\u672a\u6536\u96c6", "\u65e0\u6cd5\u89e3\u8bfb"),
  c("Blank", "Unknown", "Not done", "Pending", "Not applicable", "Not collected", "Unreadable"))
ps_input$sex_miss <- denovo_label(ps_input$sex_miss, "\u6027\u522b\uff1a\u7f3a\u5931\u539f\u56e0", "Sex: why missing")

cat("cohort ", nrow(cohort), " patients: ",
    "surgical ", sum(cohort$arm == "surgical"), ", ",
    "non_surgical ", sum(cohort$arm == "non_surgical"),
    "; OS events ", sum(adtte$event[adtte$PARAMCD == "OS"]), "\n", sep = "")
