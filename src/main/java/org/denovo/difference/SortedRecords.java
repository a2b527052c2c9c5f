package org.denovo.difference;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * A file's records in the order of their pseudonyms, those of one patient in the order of the file.
 * What does not fit into some megabytes is sorted in parts on the disk and merged while it is read,
 * so that memory does not grow with the file.
 */
final class SortedRecords {

  /** Bytes of records that are sorted at once. */
  private static final int PART = 24 << 20;

  private static final int OVERHEAD = 24;

  private static final Comparator<byte[]> BY_PID =
      (a, b) -> Arrays.compareUnsigned(a, 0, Records.keyLength(a), b, 0, Records.keyLength(b));

  private final List<String> header;
  private final List<Path> parts;
  private final List<byte[]> rest;

  private SortedRecords(List<String> header, List<Path> parts, List<byte[]> rest) {
    this.header = header;
    this.parts = parts;
    this.rest = rest;
  }

  /** The records of one patient. */
  record Patient(String pid, List<byte[]> records) {}

  /**
   * Reads and sorts a file.
   *
   * @param kept the pseudonyms of those whose records are kept
   * @param scratch a folder for the parts
   */
  static SortedRecords of(Path file, Predicate<String> kept, Path scratch) {
    return of(file, kept, scratch, PART);
  }

  static SortedRecords of(Path file, Predicate<String> kept, Path scratch, int most) {
    List<Path> parts = new ArrayList<>();
    List<byte[]> records = new ArrayList<>();
    try (Records all = new Records(file, kept)) {
      long size = 0;
      while (all.hasNext()) {
        byte[] record = all.next();
        records.add(record);
        size += record.length + OVERHEAD;
        if (size > most) {
          records.sort(BY_PID);
          parts.add(write(records, scratch));
          records.clear();
          size = 0;
        }
      }
      records.sort(BY_PID);
      return new SortedRecords(all.header(), parts, records);
    }
  }

  private static Path write(List<byte[]> records, Path scratch) {
    try {
      Path part = Files.createTempFile(scratch, "part", ".bin");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
        for (byte[] record : records) {
          out.writeInt(record.length);
          out.write(record);
        }
      }
      return part;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the columns. */
  List<String> header() {
    return header;
  }

  /** A new pass over the patients. */
  Pass patients() {
    return new Pass();
  }

  /** One pass over the patients; to be closed, for parts are open files. */
  final class Pass implements Iterator<Patient>, AutoCloseable {

    private final PriorityQueue<Part> heads =
        new PriorityQueue<>(
            Comparator.comparing((Part part) -> part.head, BY_PID)
                .thenComparing(part -> part.rank));

    private final List<Part> open = new ArrayList<>();

    Pass() {
      for (int i = 0; i < parts.size(); i++) {
        add(new Part(i, stored(parts.get(i))));
      }
      add(new Part(parts.size(), Stored.of(rest.iterator())));
    }

    private void add(Part part) {
      open.add(part);
      if (part.advance()) {
        heads.add(part);
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Patient next() {
      if (heads.isEmpty()) {
        throw new NoSuchElementException();
      }
      byte[] first = heads.peek().head;
      List<byte[]> records = new ArrayList<>(1);
      while (!heads.isEmpty() && BY_PID.compare(heads.peek().head, first) == 0) {
        Part part = heads.poll();
        records.add(part.head);
        if (part.advance()) {
          heads.add(part);
        }
      }
      return new Patient(Records.pid(first), records);
    }

    @Override
    public void close() {
      open.forEach(part -> part.records.close());
    }
  }

  /** A sorted part, of which the next record is at hand. */
  private static final class Part {
    private final int rank;
    private final Stored records;
    private byte[] head;

    Part(int rank, Stored records) {
      this.rank = rank;
      this.records = records;
    }

    boolean advance() {
      head = records.next();
      return head != null;
    }
  }

  /** Records in memory or on the disk, one after another; null at the end. */
  private interface Stored {
    byte[] next();

    void close();

    static Stored of(Iterator<byte[]> records) {
      return new Stored() {
        @Override
        public byte[] next() {
          return records.hasNext() ? records.next() : null;
        }

        @Override
        public void close() {}
      };
    }
  }

  private static Stored stored(Path part) {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(part)));
      return new Stored() {
        @Override
        public byte[] next() {
          try {
            byte[] record = new byte[in.readInt()];
            in.readFully(record);
            return record;
          } catch (EOFException end) {
            return null;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public void close() {
          try {
            in.close();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
