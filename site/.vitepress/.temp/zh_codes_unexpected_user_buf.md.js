import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"unexpected_user_buf","description":"把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf. 用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。","frontmatter":{"title":"unexpected_user_buf","description":"把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf. 用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。","code":"unexpected_user_buf","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/unexpected_user_buf.md","filePath":"zh/codes/unexpected_user_buf.md"}');
const _sfc_main = { name: "zh/codes/unexpected_user_buf.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="unexpected_user_buf" tabindex="-1">unexpected_user_buf <a class="header-anchor" href="#unexpected_user_buf" aria-label="Permalink to &quot;unexpected\\_user\\_buf&quot;">​</a></h1><p><a href="/usersig/codes/unexpected_user_buf.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>把 PrivateMapKey 当成了登录票据，或者票据带有不该有的 userBuf</p><p><strong>处理办法:</strong> 用 UserSig 登录；PrivateMapKey 应放进 privateMapKey 参数。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/unexpected_user_buf.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const unexpected_user_buf = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  unexpected_user_buf as default
};
