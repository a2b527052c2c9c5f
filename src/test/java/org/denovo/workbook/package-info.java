/**
 * Tests of what goes wrong with spreadsheets. Each test makes its own file. By hazard:
 *
 * <ul>
 *   <li>1 extension and content: {@code MasqueradeTest}, {@code HostileWorkbookTest}
 *   <li>2 .et and packages of WPS: {@code MasqueradeTest}, {@code WpsPackageTest}
 *   <li>3 three kinds of protection: {@code ProtectionTest}, {@code HostileWorkbookTest}, {@code
 *       BesidesCellsTest}
 *   <li>4 encodings and damage: {@code TextFileTest}, {@code mapping.DamageTest}
 *   <li>5 limits of formats: {@code mapping.SheetLedgerTest}
 *   <li>6 sheets that are not read: {@code mapping.JoinTest}
 *   <li>9, 10, 11 what is hidden or filtered away: {@code BesidesCellsTest}, {@code
 *       mapping.BesideTheValuesTest}
 *   <li>12, 13 colour and strike-through: {@code DisguiseTest}, {@code
 *       mapping.BesideTheValuesTest}, {@code normalise.NormaliserTest}
 *   <li>14 comments: {@code BesidesCellsTest}, {@code mapping.BesideTheValuesTest}
 *   <li>15, 16 typed values and percentages: {@code SameCellsInEveryFormatTest}, {@code
 *       normalise.TypedCellTest}
 *   <li>18 long identifiers: {@code mapping.BesideTheValuesTest}
 *   <li>19, 24, 29 formulas, empty results, errors: {@code FormulaTest}, {@code
 *       mapping.BesideTheValuesTest}, {@code normalise.NormaliserTest}
 *   <li>21, 22 invisible and look-alike characters: {@code normalise.LookAlikesTest}
 *   <li>23 date systems and serial numbers: {@code WorkbookFileTest}
 *   <li>28 formats that hide: {@code DisguiseTest}, {@code mapping.BesideTheValuesTest}
 *   <li>30, 35, 37 pictures, change history, queries: {@code BesidesCellsTest}
 *   <li>31 names of files: {@code app.QuarantineTest}
 *   <li>32 hostile files: {@code HostileWorkbookTest}; what we write: {@code
 *       extract.QualityFilesTest}
 *   <li>38 formats far below the data: {@code BesidesCellsTest}, {@code WorkbookFileTest}
 * </ul>
 *
 * <p>That every format and reader gives the same cells: {@code SameCellsInEveryFormatTest}, {@code
 * TwoReadersOneSheetTest}.
 */
package org.denovo.workbook;
