package org.denovo.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Old workbooks and envelopes of locked ones, with single numbers in them made absurd. */
final class HostileOle {

  private static final int SECTOR = 512;
  private static final int FIRST_FAT_SECTOR = 0x4C;
  private static final int FIRST_DIRECTORY_SECTOR = 0x30;
  private static final int ENTRY = 128;
  private static final int CHILD = 0x4C;
  private static final int START = 0x74;
  private static final int SIZE = 0x78;

  private final ByteBuffer bytes;

  private HostileOle(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The workbook's chain of sectors leads back to its first one. */
  static byte[] chainInACircle() throws IOException {
    HostileOle ole = new HostileOle(xls());
    int start = ole.bytes.getInt(ole.workbook() + START);
    ole.bytes.putInt(ole.fat(start), start);
    return ole.bytes.array();
  }

  /** The chain of sectors of the directory leads back to its first one. */
  static byte[] directoryInACircle() throws IOException {
    HostileOle ole = new HostileOle(xls());
    int start = ole.bytes.getInt(FIRST_DIRECTORY_SECTOR);
    ole.bytes.putInt(ole.fat(start), start);
    return ole.bytes.array();
  }

  /** The root folder is its own child. */
  static byte[] folderInItself() throws IOException {
    HostileOle ole = new HostileOle(xls());
    ole.bytes.putInt(ole.directory() + CHILD, 0);
    return ole.bytes.array();
  }

  /** Left and right neighbour of the workbook's entry are that entry. */
  static byte[] neighbourOfItself() throws IOException {
    HostileOle ole = new HostileOle(xls());
    int own = (ole.workbook() - ole.directory()) / ENTRY;
    ole.bytes.putInt(ole.workbook() + 0x44, own);
    ole.bytes.putInt(ole.workbook() + 0x48, own);
    return ole.bytes.array();
  }

  /** The workbook claims two gigabytes. */
  static byte[] twoGigabytes() throws IOException {
    HostileOle ole = new HostileOle(xls());
    ole.bytes.putInt(ole.workbook() + SIZE, 0x7FFF_FFF0);
    return ole.bytes.array();
  }

  /** The file claims as many table sectors as a number can count. */
  static byte[] tableWithoutEnd() throws IOException {
    HostileOle ole = new HostileOle(xls());
    ole.bytes.putInt(0x2C, 0x7FFF_FFFF);
    ole.bytes.putInt(0x44, 0);
    ole.bytes.putInt(0x48, 0x7FFF_FFFF);
    return ole.bytes.array();
  }

  /** The record of shared texts claims two thousand million of them. */
  static byte[] textsWithoutEnd() throws IOException {
    byte[] xls = xls();
    for (int i = 0; i + 12 < xls.length; i++) {
      // SST, then its length below 256, total and unique count of one.
      if ((xls[i] & 0xFF) == 0xFC && xls[i + 1] == 0 && xls[i + 3] == 0 && xls[i + 4] == 1) {
        ByteBuffer.wrap(xls).order(ByteOrder.LITTLE_ENDIAN).putInt(i + 4, Integer.MAX_VALUE);
        ByteBuffer.wrap(xls).order(ByteOrder.LITTLE_ENDIAN).putInt(i + 8, Integer.MAX_VALUE);
        return xls;
      }
    }
    throw new IllegalStateException("no shared texts");
  }

  private int fat(int sector) {
    return (bytes.getInt(FIRST_FAT_SECTOR) + 1) * SECTOR + sector * 4;
  }

  private int directory() {
    return (bytes.getInt(FIRST_DIRECTORY_SECTOR) + 1) * SECTOR;
  }

  private int workbook() {
    for (int at = directory(); ; at += ENTRY) {
      if (new String(bytes.array(), at, 16, StandardCharsets.UTF_16LE).equals("Workbook")) {
        return at;
      }
    }
  }

  private static byte[] xls() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("s").createRow(0).createCell(0).setCellValue("x");
      book.write(out);
    }
    return out.toByteArray();
  }

  /** A locked .xlsx whose description of the lock, an XML text, was changed. */
  static byte[] locked(UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream clear = new ByteArrayOutputStream();
    Path file = Files.createTempFile("clear", ".xlsx");
    Files.copy(new RawXlsx().rows("").write(file), clear);
    Files.delete(file);
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("right");
      try (OutputStream out = encryptor.getDataStream(files)) {
        clear.writeTo(out);
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      byte[] info;
      try (DocumentInputStream in = files.createDocumentInputStream("EncryptionInfo")) {
        info = in.readAllBytes();
      }
      String xml = new String(info, 8, info.length - 8, StandardCharsets.UTF_8);
      String changed = change.apply(xml);
      if (changed.equals(xml)) {
        throw new IllegalStateException("nothing was changed");
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(info, 0, 8);
      out.writeBytes(changed.getBytes(StandardCharsets.UTF_8));
      files.createOrUpdateDocument(new ByteArrayInputStream(out.toByteArray()), "EncryptionInfo");
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      files.writeFilesystem(whole);
      return whole.toByteArray();
    }
  }

  /** A locked .xlsx that claims to hold more than a disk. */
  static byte[] lockedWithoutEnd() throws IOException {
    try (POIFSFileSystem files =
        new POIFSFileSystem(new ByteArrayInputStream(locked(xml -> xml + " ")))) {
      byte[] locked;
      try (DocumentInputStream in = files.createDocumentInputStream("EncryptedPackage")) {
        locked = in.readAllBytes();
      }
      ByteBuffer.wrap(locked).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
      files.createOrUpdateDocument(new ByteArrayInputStream(locked), "EncryptedPackage");
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      files.writeFilesystem(whole);
      return whole.toByteArray();
    }
  }
}
