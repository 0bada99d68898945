/**
 * The demo province: South Sumatra's seventeen kabupaten/kota and the provincial BKD with
 * invented people, made from one seed. Takes a seed, a number of people and a day; gives
 * the sources of eighteen instansi as they might have grown, what the registry holds at
 * the start, and every figure that must come of the first round. Never reads or keeps
 * what anybody else wrote, and nobody in it exists.
 *
 * <table>
 * <caption>Who has what kind of system</caption>
 * <tr>
 * <th>layout</th>
 * <th>kind</th>
 * <th>instansi</th>
 * </tr>
 * <tr>
 * <td>tb01: one wide row with coded columns, the past in tables r_</td>
 * <td>database</td>
 * <td>16.01, 16.10, 16.71</td>
 * </tr>
 * <tr>
 * <td>riwayat: a table per history, dates as texts of several hands</td>
 * <td>database</td>
 * <td>16.02, 16.03, 16.04</td>
 * </tr>
 * <tr>
 * <td>sk: all histories are decree rows, partly packed in one column</td>
 * <td>database</td>
 * <td>16.07, 16.74</td>
 * </tr>
 * <tr>
 * <td>laravel: ids, code tables of its own, soft delete</td>
 * <td>database</td>
 * <td>16, 16.06, 16.72</td>
 * </tr>
 * <tr>
 * <td>unduhan: tidy, headings like the registry's own download</td>
 * <td>workbook</td>
 * <td>16.05, 16.12, 16.13 (arrives by half: its run fails)</td>
 * </tr>
 * <tr>
 * <td>nominatif: made for print, heading in row 4, titles within names</td>
 * <td>workbook</td>
 * <td>16.11</td>
 * </tr>
 * <tr>
 * <td>csv-titik-koma: semicolons, windows-1252, decimal comma</td>
 * <td>files</td>
 * <td>16.08</td>
 * </tr>
 * <tr>
 * <td>csv-koma: commas, UTF-8, dates of several forms</td>
 * <td>files</td>
 * <td>16.09</td>
 * </tr>
 * <tr>
 * <td>csv-tab: tabs, mostly without headings</td>
 * <td>files</td>
 * <td>16.73</td>
 * </tr>
 * </table>
 *
 * A layout is a text in the resources of this package; what is wrong where stands in
 * {@code Sender}, what each fault does in {@code Fault}.
 */
package id.simpul.demo;
