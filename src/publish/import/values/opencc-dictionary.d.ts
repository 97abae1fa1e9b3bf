/** Characters and their simplified forms, the usual one first: `乾 干 乾|亂 乱|…`. The package has no types for it. */
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string;
  export default characters;
}
