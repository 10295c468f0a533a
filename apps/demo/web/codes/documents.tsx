/** Pages are linked; files of packages and sentences are not. */
export function Documents({ documents }: { readonly documents: readonly string[] }) {
  return (
    <span class="quiet documents">
      {documents.map((document) =>
        /^[\w.]+\.[a-z]+\//.test(document) ? (
          <a key={document} href={`https://${document}`} rel="noreferrer" target="_blank">
            {document}
          </a>
        ) : (
          <span key={document}>{document}</span>
        ),
      )}
    </span>
  )
}
