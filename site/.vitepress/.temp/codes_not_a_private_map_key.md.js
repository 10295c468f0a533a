import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"not_a_private_map_key","description":"it carries no room record. Pass the PrivateMapKey here, and the UserSig as the login.","frontmatter":{"title":"not_a_private_map_key","description":"it carries no room record. Pass the PrivateMapKey here, and the UserSig as the login.","code":"not_a_private_map_key","prev":false,"next":false},"headers":[],"relativePath":"codes/not_a_private_map_key.md","filePath":"codes/not_a_private_map_key.md"}');
const _sfc_main = { name: "codes/not_a_private_map_key.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="not_a_private_map_key" tabindex="-1">not_a_private_map_key <a class="header-anchor" href="#not_a_private_map_key" aria-label="Permalink to &quot;not\\_a\\_private\\_map\\_key&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/not_a_private_map_key.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>it carries no room record</p><p><strong>What to do:</strong> Pass the PrivateMapKey here, and the UserSig as the login.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/not_a_private_map_key.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const not_a_private_map_key = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  not_a_private_map_key as default
};
