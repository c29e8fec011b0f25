/** Printed documents as values: what stands on the page, and nothing of file formats. */
package motcua.core.document;
