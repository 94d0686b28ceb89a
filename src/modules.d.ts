declare module '*?packed' {
  const address: string;
  export default address;
}
