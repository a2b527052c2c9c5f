package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.denovo.vocabulary.Text;

/**
 * The parts of a zip package by name, read where they lie: nothing is unpacked to disk. Names are
 * compared without case, as the packaging standard says (ECMA-376 part 2).
 *
 * <p>POI's own package reader is not used here: it refuses workbooks that WPS writes for details
 * that do not matter to reading (rule M4.3), and its limits are one setting for the whole process.
 */
final class ZipParts implements AutoCloseable {

  /** Styles, relations, comments: what is kept of them in memory is kept as a whole. */
  private static final long BESIDE_ROWS = 64L << 20;

  private static final Text STRANGE_NAME =
      new Text("压缩包内的文件名越界或重复", "a file name inside it that leaves the package or comes twice");

  private final ZipFile zip;
  private final Limits limits;
  private final Map<String, ZipArchiveEntry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ZipParts(SeekableByteChannel bytes, Limits limits) {
    this.limits = limits;
    try {
      this.zip =
          ZipFile.builder().setSeekableByteChannel(bytes).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | IllegalArgumentException e) {
      throw Refusals.broken("zip", e);
    }
    try {
      list(bytes);
    } catch (IOException e) {
      close();
      throw Refusals.broken("zip", e);
    } catch (WorkbookRefused e) {
      close();
      throw e;
    }
  }

  private void list(SeekableByteChannel bytes) throws IOException {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entries.size() >= limits.entries()) {
        throw Refusals.tooLarge(
            new Text("压缩包内文件数", "The number of files inside the package is"), limits.entries());
      }
      String name = entry.getName().replace('\\', '/');
      if (leaves(name) || entries.put(name, entry) != null) {
        throw Refusals.hostile(STRANGE_NAME);
      }
    }
    ZipEntries.check(bytes, List.copyOf(entries.values()));
  }

  private static boolean leaves(String name) {
    return name.startsWith("/")
        || name.indexOf(':') >= 0
        || name.indexOf('\0') >= 0
        || ("/" + name + "/").contains("/../");
  }

  Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  boolean has(String part) {
    return entries.containsKey(part);
  }

  /** True if a part's name starts like this. */
  boolean hasUnder(String folder) {
    return entries.keySet().stream()
        .anyMatch(name -> name.regionMatches(true, 0, folder, 0, folder.length()));
  }

  /** The unpacked bytes of a part that grows with the rows. */
  InputStream open(String part) {
    return open(part, limits.inflatedBytes());
  }

  private InputStream open(String part, long mostBytes) {
    ZipArchiveEntry entry = entries.get(part);
    if (entry == null || !readable(entry)) {
      throw Refusals.broken(part);
    }
    try {
      InputStream packed = zip.getRawInputStream(entry);
      return new PartStream(
          part,
          entry.getMethod() == ZipEntry.STORED ? packed : new Inflated(packed),
          new PartStream.Promise(entry.getCompressedSize(), entry.getSize(), entry.getCrc()),
          mostBytes,
          limits.inflateRatio());
    } catch (IOException e) {
      throw Refusals.broken(part, e);
    }
  }

  private static boolean readable(ZipArchiveEntry entry) {
    boolean known = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    return known && !entry.getGeneralPurposeBit().usesEncryption();
  }

  /** A part beside the rows and their texts as XML, if there is such a part. */
  Optional<PartXml> xml(String part) {
    return has(part)
        ? Optional.of(new PartXml(part, open(part, Math.min(BESIDE_ROWS, limits.inflatedBytes()))))
        : Optional.empty();
  }

  Limits limits() {
    return limits;
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw Refusals.broken("zip", e);
    }
  }
}
