import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unsupported_version","description":"TLS.ver is not \\"2.0\\". Issue a new ticket with an HMAC-SHA256 signer, which writes TLS.ver \\"2.0\\".","frontmatter":{"title":"unsupported_version","description":"TLS.ver is not \\"2.0\\". Issue a new ticket with an HMAC-SHA256 signer, which writes TLS.ver \\"2.0\\".","code":"unsupported_version","prev":false,"next":false},"headers":[],"relativePath":"codes/unsupported_version.md","filePath":"codes/unsupported_version.md"}');
const _sfc_main = { name: "codes/unsupported_version.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unsupported_version" tabindex="-1">unsupported_version <a class="header-anchor" href="#unsupported_version" aria-label="Permalink to &quot;unsupported\\_version&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/unsupported_version.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>TLS.ver is not &quot;2.0&quot;</p><p><strong>What to do:</strong> Issue a new ticket with an HMAC-SHA256 signer, which writes TLS.ver &quot;2.0&quot;.</p><p>Tencent&#39;s servers say <a href="./70003.html">70003</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/unsupported_version.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unsupported_version = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unsupported_version as default
};
