import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"malformed","description":"the ticket is cut off, was changed, or is none. Check that the ticket arrives whole: nothing cut off, URL-encoded or re-encoded.","frontmatter":{"title":"malformed","description":"the ticket is cut off, was changed, or is none. Check that the ticket arrives whole: nothing cut off, URL-encoded or re-encoded.","code":"malformed","prev":false,"next":false},"headers":[],"relativePath":"codes/malformed.md","filePath":"codes/malformed.md"}');
const _sfc_main = { name: "codes/malformed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="malformed" tabindex="-1">malformed <a class="header-anchor" href="#malformed" aria-label="Permalink to &quot;malformed&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/malformed.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>the ticket is cut off, was changed, or is none</p><p><strong>What to do:</strong> Check that the ticket arrives whole: nothing cut off, URL-encoded or re-encoded.</p><p>Tencent&#39;s servers say <a href="./70003.html">70003</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/malformed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const malformed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  malformed as default
};
