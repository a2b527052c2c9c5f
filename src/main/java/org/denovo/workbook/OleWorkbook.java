package org.denovo.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookFacts.Trait;

/** Opens an OLE2 file: an .xls or .et, or the envelope of an encrypted .xlsx. */
final class OleWorkbook {

  private static final Set<String> EXTENSIONS = Set.of("xls", "et");
  private static final String[] WORKBOOK_STREAMS = {"Workbook", "WORKBOOK", "BOOK", "Book"};

  private static final int MOST_KEY_BITS = 512;
  private static final int MOST_BLOCK_BYTES = 4096;

  private OleWorkbook() {}

  static Workbook open(
      String name, String extension, FileChannel channel, Limits limits, Optional<char[]> password)
      throws IOException {
    // Both kinds are read into memory as a whole, so the file is closed again at once.
    try (POIFSFileSystem files = files(channel)) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        byte[] clear = decrypt(files, limits, password, traits);
        return ZipWorkbook.open(
            name, extension, new SeekableInMemoryByteChannel(clear), limits, traits);
      }
      for (String stream : WORKBOOK_STREAMS) {
        if (root.hasEntryCaseInsensitive(stream)) {
          return xls(name, extension, channel.size(), root, limits, password);
        }
      }
      throw WorkbookFile.stranger(extension, Content.OLE2);
    }
  }

  private static POIFSFileSystem files(FileChannel channel) {
    try {
      return new POIFSFileSystem(channel, true);
    } catch (IOException | RuntimeException e) {
      throw Refusals.broken("OLE2", e);
    }
  }

  /** Into memory, never to disk. */
  private static byte[] decrypt(
      POIFSFileSystem files, Limits limits, Optional<char[]> password, Set<Trait> traits) {
    try {
      EncryptionInfo lock = new EncryptionInfo(files);
      requireUsual(lock, limits);
      Decryptor decryptor = Decryptor.getInstance(lock);
      // Workbooks that are only protected against changes have a password that everybody knows.
      if (decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
        traits.add(Trait.STRUCTURE_LOCKED);
      } else {
        traits.add(Trait.ENCRYPTED);
        char[] given = password.orElseThrow(Refusals::encrypted);
        if (!decryptor.verifyPassword(new String(given))) {
          throw Refusals.wrongPassword();
        }
      }
      try (InputStream clear = decryptor.getDataStream(files)) {
        byte[] bytes =
            clear.readNBytes((int) Math.min(limits.fileBytes() + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limits.fileBytes()) {
          throw Refusals.tooLarge(
              new Text("文件字节数", "The file's size in bytes is"), limits.fileBytes());
        }
        return bytes;
      }
    } catch (WorkbookRefused e) {
      throw e;
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      throw Refusals.broken(Decryptor.DEFAULT_POIFS_ENTRY, e);
    }
  }

  /** Office turns the password's hash a hundred thousand times, on keys of at most 256 bits. */
  private static void requireUsual(EncryptionInfo lock, Limits limits) {
    int turns = lock.getVerifier().getSpinCount();
    if (turns > limits.lockTurns()) {
      throw Refusals.tooLarge(
          new Text("密码散列的迭代次数", "The number of turns that the password's hash takes is"),
          limits.lockTurns());
    }
    int key = lock.getHeader().getKeySize();
    int block = lock.getHeader().getBlockSize();
    if (turns < 0 || key <= 0 || key > MOST_KEY_BITS || block < 0 || block > MOST_BLOCK_BYTES) {
      throw Refusals.hostile(new Text("异常的加密参数", "a lock of absurd dimensions"));
    }
  }

  private static Workbook xls(
      String name,
      String extension,
      long size,
      DirectoryNode root,
      Limits limits,
      Optional<char[]> password) {
    if (size > limits.oldFormatBytes()) {
      throw Refusals.tooLarge(
          new Text(".xls 文件字节数", "The .xls file's size in bytes is"), limits.oldFormatBytes());
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (!EXTENSIONS.contains(extension)) {
      traits.add(Trait.WRONG_EXTENSION);
    }
    try {
      return xls(name, root, Optional.empty(), traits, limits);
    } catch (EncryptedDocumentException e) {
      String given = new String(password.orElseThrow(Refusals::encrypted));
      try {
        traits.add(Trait.ENCRYPTED);
        return xls(name, root, Optional.of(given), traits, limits);
      } catch (EncryptedDocumentException wrong) {
        throw Refusals.wrongPassword();
      }
    }
  }

  /** POI takes the password from the thread; without one it tries the one everybody knows. */
  private static Workbook xls(
      String name,
      DirectoryNode root,
      Optional<String> password,
      Set<Trait> traits,
      Limits limits) {
    Biff8EncryptionKey.setCurrentUserPassword(password.orElse(null));
    try {
      HSSFWorkbook book = new HSSFWorkbook(root, false);
      return new XlsWorkbook(name, book, root, traits, limits);
    } catch (EncryptedDocumentException | WorkbookRefused e) {
      throw e;
    } catch (OldExcelFormatException e) {
      throw Refusals.oldExcel(e);
    } catch (IOException | RuntimeException e) {
      throw Refusals.broken("Workbook", e);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }
}
