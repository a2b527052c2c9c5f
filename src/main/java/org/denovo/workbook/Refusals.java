package org.denovo.workbook;

import org.denovo.vocabulary.Text;
import org.denovo.workbook.WorkbookRefused.Reason;

/** The sentences in which a file is refused: what was found, and what to do. */
final class Refusals {

  private static final Text SAVE_AGAIN =
      new Text(
          "请在 Excel 或 WPS 中打开并另存为 .xlsx 后重新提交。",
          "Open it in Excel or WPS, save it as .xlsx and send it again.");

  private Refusals() {}

  static WorkbookRefused notAFile() {
    return refuse(
        Reason.NOT_A_FILE,
        "不是普通文件（目录、链接或管道）。请提交文件本身。",
        "This is a folder, link or pipe. Send the file itself.");
  }

  static WorkbookRefused unreadable(Exception cause) {
    return because(
        Reason.NOT_A_FILE,
        cause,
        "文件无法打开。请检查文件是否存在及读取权限。",
        "The file cannot be opened. Check that it exists and may be read.");
  }

  static WorkbookRefused empty() {
    return refuse(
        Reason.EMPTY, "文件为空（0 字节）。请重新导出或复制。", "The file has no bytes. Export or copy it again.");
  }

  static WorkbookRefused unknown(String extension) {
    return refuse(
        Reason.UNKNOWN_FORMAT,
        "无法识别的文件内容（扩展名“{0}”）。{1}",
        "The content (extension '{0}') is no workbook that can be read. {1}",
        extension,
        SAVE_AGAIN);
  }

  static WorkbookRefused undecodable() {
    return refuse(
        Reason.UNKNOWN_FORMAT,
        "文本编码既不是 UTF-8、UTF-16、GB18030，也不是 Big5。请以 UTF-8 编码另存。",
        "The text is in none of UTF-8, UTF-16, GB18030 and Big5. Save it as UTF-8.");
  }

  static WorkbookRefused oldExcel(Exception cause) {
    return because(
        Reason.UNKNOWN_FORMAT,
        cause,
        "这是 Excel 95 或更早版本的文件。{0}",
        "This file was saved by Excel 95 or older. {0}",
        SAVE_AGAIN);
  }

  static WorkbookRefused masquerade(String extension, Text content) {
    return refuse(
        Reason.WRONG_EXTENSION,
        "扩展名为“{0}”，内容却是{1}。{2}",
        "The extension is '{0}', but the content is {1}. {2}",
        extension,
        content,
        SAVE_AGAIN);
  }

  static WorkbookRefused encrypted() {
    return refuse(
        Reason.ENCRYPTED,
        "工作簿有密码，而未提供密码。请为该中心配置密码，或提交无密码的副本；其中若有质疑答复，此前不会采纳。",
        "The workbook has a password and none was given. Configure the centre's password or send a"
            + " copy without one; answers to questions in it are not taken before.");
  }

  static WorkbookRefused wrongPassword() {
    return refuse(
        Reason.WRONG_PASSWORD,
        "密码不正确。请核对该中心的密码。",
        "The password does not open this workbook. Check the centre's password.");
  }

  /** Broken somewhere; the part is a name inside the file, never a cell's text. */
  static WorkbookRefused broken(String part, Exception cause) {
    return because(
        Reason.BROKEN,
        cause,
        "文件损坏或未复制完整（{0}）。{1}",
        "The file is damaged or was not copied completely ({0}). {1}",
        part,
        SAVE_AGAIN);
  }

  static WorkbookRefused broken(String part) {
    return broken(part, null);
  }

  static WorkbookRefused tooLarge(Text what, long limit) {
    return refuse(
        Reason.TOO_LARGE,
        "{0}超过上限 {1}。请删除多余内容或拆分文件。",
        "{0} over the limit of {1}. Remove what is not needed or split the file.",
        what,
        limit);
  }

  static WorkbookRefused hostile(Text what) {
    return refuse(
        Reason.HOSTILE,
        "文件含有可疑内容：{0}。{1}",
        "The file holds something no spreadsheet program writes: {0}. {1}",
        what,
        SAVE_AGAIN);
  }

  private static WorkbookRefused refuse(Reason reason, String zh, String en, Object... words) {
    return new WorkbookRefused(reason, new Text(zh, en).with(words));
  }

  private static WorkbookRefused because(
      Reason reason, Exception cause, String zh, String en, Object... words) {
    return new WorkbookRefused(reason, new Text(zh, en).with(words), cause);
  }
}
