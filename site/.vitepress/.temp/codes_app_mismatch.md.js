import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"app_mismatch","description":"it is for another SDKAppID. Use the ticket with the SDKAppID that it was issued for.","frontmatter":{"title":"app_mismatch","description":"it is for another SDKAppID. Use the ticket with the SDKAppID that it was issued for.","code":"app_mismatch","prev":false,"next":false},"headers":[],"relativePath":"codes/app_mismatch.md","filePath":"codes/app_mismatch.md"}');
const _sfc_main = { name: "codes/app_mismatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="app_mismatch" tabindex="-1">app_mismatch <a class="header-anchor" href="#app_mismatch" aria-label="Permalink to &quot;app\\_mismatch&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/app_mismatch.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>it is for another SDKAppID</p><p><strong>What to do:</strong> Use the ticket with the SDKAppID that it was issued for.</p><p>Tencent&#39;s servers say <a href="./70014.html">70014</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/app_mismatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const app_mismatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  app_mismatch as default
};
