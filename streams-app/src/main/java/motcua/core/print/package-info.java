/** The office's printed tables and texts, made of figures. */
package motcua.core.print;
