package org.denovo.difference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.denovo.difference.SortedRecords.Patient;

/** What a run's files say of a cohort, patient by patient in the order of the pseudonyms. */
final class CohortPass {

  private final SortedRecords membership;
  private final SortedRecords members;
  private final SortedRecords times;

  /** Sorts a cohort's files. */
  CohortPass(RunFolder run, String cohort, Path scratch) {
    this.membership = SortedRecords.of(run.membership(cohort), pid -> true, scratch);
    this.members = SortedRecords.of(run.cohort(cohort, "cohort.csv"), pid -> true, scratch);
    this.times = SortedRecords.of(run.cohort(cohort, "adtte.csv"), pid -> true, scratch);
  }

  /**
   * A patient.
   *
   * @param membership her record of the membership file
   * @param member her record of {@code cohort.csv}; none if she is no member
   * @param times her records of {@code adtte.csv}
   */
  final class Seen {
    private final String pid;
    private final byte[] membership;
    private final Where where;
    private final List<byte[]> member;
    private final List<byte[]> times;

    private Seen(String pid, byte[] membership, List<byte[]> member, List<byte[]> times) {
      this.pid = pid;
      this.membership = membership;
      this.where = new Where(CohortPass.this.membership.header(), Records.cells(membership));
      this.member = member;
      this.times = times;
    }

    String pid() {
      return pid;
    }

    /** True if nothing of the other run's patient is another byte. */
    boolean isSame(Seen other) {
      return Arrays.equals(membership, other.membership)
          && same(member, other.member)
          && same(times, other.times);
    }

    Where where() {
      return where;
    }

    boolean isMember() {
      return where.isMember();
    }

    /** The cells of {@code cohort.csv} by their columns. */
    Map<String, String> columns() {
      Map<String, String> columns = new LinkedHashMap<>();
      List<String> header = members.header();
      for (byte[] record : member) {
        List<String> cells = Records.cells(record);
        for (int i = 0; i < header.size(); i++) {
          columns.put(header.get(i), cells.get(i));
        }
      }
      return columns;
    }

    /** Days and event code of each endpoint. */
    Map<String, String> endpoints() {
      Map<String, String> endpoints = new LinkedHashMap<>();
      List<String> header = CohortPass.this.times.header();
      for (byte[] record : times) {
        List<String> cells = Records.cells(record);
        endpoints.put(
            cells.get(header.indexOf("PARAMCD")),
            cells.get(header.indexOf("AVAL"))
                + " d, code "
                + cells.get(header.indexOf("evnt_code")));
      }
      return endpoints;
    }
  }

  private static boolean same(List<byte[]> some, List<byte[]> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = Arrays.equals(some.get(i), others.get(i));
    }
    return same;
  }

  /** A new pass; to be closed. */
  Pass patients() {
    return new Pass();
  }

  /** One pass over all patients of the registry. */
  final class Pass implements Iterator<Seen>, AutoCloseable {

    private final List<SortedRecords.Pass> open = new ArrayList<>();
    private final SortedRecords.Pass all = open(membership);
    private final Follower member = new Follower(open(members));
    private final Follower time = new Follower(open(times));

    private SortedRecords.Pass open(SortedRecords records) {
      SortedRecords.Pass pass = records.patients();
      open.add(pass);
      return pass;
    }

    @Override
    public boolean hasNext() {
      return all.hasNext();
    }

    @Override
    public Seen next() {
      if (!all.hasNext()) {
        throw new NoSuchElementException();
      }
      Patient patient = all.next();
      return new Seen(
          patient.pid(),
          patient.records().get(0),
          member.of(patient.pid()),
          time.of(patient.pid()));
    }

    @Override
    public void close() {
      open.forEach(SortedRecords.Pass::close);
    }
  }

  /** Gives the records of patients that are asked for in order. */
  static final class Follower {
    private final Iterator<Patient> patients;
    private Patient next;

    Follower(Iterator<Patient> patients) {
      this.patients = patients;
      this.next = patients.hasNext() ? patients.next() : null;
    }

    List<byte[]> of(String pid) {
      while (next != null && next.pid().compareTo(pid) < 0) {
        next = patients.hasNext() ? patients.next() : null;
      }
      return next != null && next.pid().equals(pid) ? next.records() : List.of();
    }
  }
}
