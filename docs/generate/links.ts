const ADDRESS =
  /(?<![\w/.@<(-])((?:[\w-]+\.)*(?:trtc\.io|tencent\.com|tencentcloud\.com|qcloud\.com|spec\.whatwg\.org)\/[\w./#-]*[\w/])/g

/** Makes links of the addresses of documents, which stand in comments and tables without `https://`. */
export function linkSources(markdown: string): string {
  return markdown
    .split(/(^```[\s\S]*?^```$|`[^`\n]*`)/m)
    .map((part, index) => (index % 2 === 0 ? part.replace(ADDRESS, '<https://$1>') : part))
    .join('')
}
