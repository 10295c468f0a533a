import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"bad_signature","description":"it was signed with another key. Check that the issuer uses the SDKSecretKey of this SDKAppID.","frontmatter":{"title":"bad_signature","description":"it was signed with another key. Check that the issuer uses the SDKSecretKey of this SDKAppID.","code":"bad_signature","prev":false,"next":false},"headers":[],"relativePath":"codes/bad_signature.md","filePath":"codes/bad_signature.md"}');
const _sfc_main = { name: "codes/bad_signature.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="bad_signature" tabindex="-1">bad_signature <a class="header-anchor" href="#bad_signature" aria-label="Permalink to &quot;bad\\_signature&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/bad_signature.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>it was signed with another key</p><p><strong>What to do:</strong> Check that the issuer uses the SDKSecretKey of this SDKAppID.</p><p>Tencent&#39;s servers say <a href="./70009.html">70009</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/bad_signature.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const bad_signature = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  bad_signature as default
};
