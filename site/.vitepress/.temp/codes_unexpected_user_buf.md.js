import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unexpected_user_buf","description":"a login with a PrivateMapKey, or with a user buffer that was not expected. Log in with a UserSig; pass a PrivateMapKey as the privateMapKey parameter.","frontmatter":{"title":"unexpected_user_buf","description":"a login with a PrivateMapKey, or with a user buffer that was not expected. Log in with a UserSig; pass a PrivateMapKey as the privateMapKey parameter.","code":"unexpected_user_buf","prev":false,"next":false},"headers":[],"relativePath":"codes/unexpected_user_buf.md","filePath":"codes/unexpected_user_buf.md"}');
const _sfc_main = { name: "codes/unexpected_user_buf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unexpected_user_buf" tabindex="-1">unexpected_user_buf <a class="header-anchor" href="#unexpected_user_buf" aria-label="Permalink to &quot;unexpected\\_user\\_buf&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/unexpected_user_buf.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>a login with a PrivateMapKey, or with a user buffer that was not expected</p><p><strong>What to do:</strong> Log in with a UserSig; pass a PrivateMapKey as the privateMapKey parameter.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/unexpected_user_buf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unexpected_user_buf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unexpected_user_buf as default
};
