import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_secret_key","description":"secretKey is empty, has white space around it, or is a PEM key of the old ECDSA scheme. Copy the SDKSecretKey of the same application from the Tencent console, without any change.","frontmatter":{"title":"invalid_secret_key","description":"secretKey is empty, has white space around it, or is a PEM key of the old ECDSA scheme. Copy the SDKSecretKey of the same application from the Tencent console, without any change.","code":"invalid_secret_key","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_secret_key.md","filePath":"codes/invalid_secret_key.md"}');
const _sfc_main = { name: "codes/invalid_secret_key.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_secret_key" tabindex="-1">invalid_secret_key <a class="header-anchor" href="#invalid_secret_key" aria-label="Permalink to &quot;invalid\\_secret\\_key&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_secret_key.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>secretKey is empty, has white space around it, or is a PEM key of the old ECDSA scheme</p><p><strong>What to do:</strong> Copy the SDKSecretKey of the same application from the Tencent console, without any change.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_secret_key.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_secret_key = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_secret_key as default
};
