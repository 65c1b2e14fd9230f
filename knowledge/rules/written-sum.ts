/** 100000000 as people write it: 100.000.000 đồng. */
export function writtenSum(dong: number): string {
  return `${String(dong).replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;
}

/** 6.24 as people write it: 6,24%. */
export function writtenPercent(percent: number): string {
  return `${String(percent).replace(".", ",")}%`;
}
