package org.denovo.batch;

import java.util.Set;
import org.denovo.check.Decision;
import org.denovo.record.PatientRecord;

/**
 * A record, and what unresolved errors leave undecided of it. Of a person with several records the
 * leading one's errors count; where the records contradict each other, that one has the error too.
 */
record Asked(PatientRecord patient, Set<Decision> blocked) {}
