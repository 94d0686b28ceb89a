/** The table alone, without the converter: characters as `traditional simplified`, joined by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
