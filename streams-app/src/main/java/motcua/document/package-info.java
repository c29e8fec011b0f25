/** The office's documents, made of snapshots and of the dossiers behind their figures. */
package motcua.document;
