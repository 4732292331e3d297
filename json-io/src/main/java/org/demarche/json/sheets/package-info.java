/**
 * Tables as workbooks for spreadsheets: what a sheet holds, and how it is written. The package
 * knows nothing of dossiers.
 */
@NullMarked
package org.demarche.json.sheets;

import org.jspecify.annotations.NullMarked;
