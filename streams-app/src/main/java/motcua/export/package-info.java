/** Writes printed documents as files: workbook, text document, PDF. */
package motcua.export;
